package org.lecturehalls.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.regions.RegionCode;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.MethodNotAllowedException;

class ValuesTest {

    @Test
    void idsAreUniqueAndSortedByTime() throws InterruptedException {
        List<String> ids = IntStream.range(0, 10_000).mapToObj(i -> Ids.next()).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-hjkmnp-tv-z]{26}"));
        List<String> times = ids.stream().map(id -> id.substring(0, 10)).toList();
        assertThat(times).isSorted();
    }

    @Test
    void cursorsComeBackAsTheyWere() {
        Cursor cursor = Cursor.of("2026-01-02", "", "讲习");
        assertThat(Cursor.parse(cursor.encode())).isEqualTo(cursor);
        assertThatThrownBy(() -> Cursor.parse("%%")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Cursor.parse("")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> cursor.value(3)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void pageSaysWhetherThereIsMore() {
        PageQuery two = PageQuery.of(null, 2);
        assertThat(Page.of(List.of("a", "b"), two, Cursor::of).next()).isNull();
        Page<String> page = Page.of(List.of("a", "b", "c"), two, Cursor::of);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.parse(Objects.requireNonNull(page.next())).value(0)).isEqualTo("b");
        assertThat(PageQuery.of(null, 100_000).limit()).isEqualTo(PageQuery.MAX_LIMIT);
        assertThat(PageQuery.of(null, -1).limit()).isEqualTo(1);
    }

    @Test
    void changesMustNameThePresentVersion() {
        assertThatThrownBy(() -> Etags.check(null, 3)).isInstanceOf(MissingVersionException.class);
        assertThatThrownBy(() -> Etags.check("\"2\"", 3)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> Etags.check("*", 3)).isInstanceOf(StaleVersionException.class);
        Etags.check(Etags.of(3), 3);
        Etags.check("W/\"3\"", 3);
    }

    @Test
    void regionsContainWhatStartsWithTheirCode() {
        RegionCode county = new RegionCode("451022");
        assertThat(new RegionCode("45").contains(county)).isTrue();
        assertThat(county.contains(county)).isTrue();
        assertThat(county.contains(new RegionCode("4510"))).isFalse();
        assertThat(county.contains(new RegionCode("451023"))).isFalse();
        for (String bad : List.of("", "4", "45102", "45102a", "4510221001230")) {
            assertThatThrownBy(() -> new RegionCode(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void problemsSpeakTheLanguageOfTheCaller() throws IOException {
        ProblemMapper mapper = new ProblemMapper(new ProblemMessages());
        InvalidInputException error = new InvalidInputException(List.of(FieldProblem.of("title", "not-blank")));
        Problem chinese = mapper.map(error, Locale.CHINESE, "r1").problem();
        assertThat(chinese.title()).isEqualTo("填写的内容有误");
        assertThat(chinese.status()).isEqualTo(422);
        assertThat(chinese.type()).isEqualTo("urn:lecture-halls:problem:invalid-input");
        Problem english = mapper.map(error, Locale.ENGLISH, "r1").problem();
        assertThat(english.errors()).containsExactly(new Problem.FieldError("title", "not-blank", "must not be blank"));
    }

    @Test
    void ownFaultsShowNothingOfTheInside() throws IOException {
        ProblemMapper mapper = new ProblemMapper(new ProblemMessages());
        Problem problem = mapper.map(new IllegalStateException("password=x"), Locale.ENGLISH, "r1")
                .problem();
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("password");
        Problem method = mapper.map(new MethodNotAllowedException(HttpMethod.PUT, List.of()), Locale.ENGLISH, "r1")
                .problem();
        assertThat(method.title()).isEqualTo("This method is not supported here");
    }

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        for (String place : List.of("classpath*:problems.properties", "classpath*:problems/*.properties")) {
            for (Resource file : files.getResources(place)) {
                if (!Objects.requireNonNull(file.getFilename()).contains("_en")) {
                    Resource english = file.createRelative(file.getFilename().replace(".properties", "_en.properties"));
                    assertThat(keys(english)).as(file.getFilename()).isEqualTo(keys(file));
                }
            }
        }
    }

    private static java.util.Set<Object> keys(Resource file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.keySet();
    }
}
