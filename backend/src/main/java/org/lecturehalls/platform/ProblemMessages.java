package org.lecturehalls.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * The sentences of problems: Chinese, and English for those who ask for it. They are in {@code problems.properties} and
 * in one file for each capability under {@code problems/}; English in the files that end in {@code _en}. All are read
 * at the start, so that no event loop ever waits for a file.
 */
@Component
public class ProblemMessages {

    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final List<String> PLACES =
            List.of("classpath*:problems*.properties", "classpath*:problems/*.properties");

    private final Map<Locale, Properties> sentences =
            Map.of(Locale.CHINESE, new Properties(), Locale.ENGLISH, new Properties());

    ProblemMessages() throws IOException {
        for (String place : PLACES) {
            Stream.of(new PathMatchingResourcePatternResolver().getResources(place))
                    .forEach(this::load);
        }
    }

    private void load(Resource file) {
        boolean english = Objects.requireNonNull(file.getFilename()).endsWith("_en.properties");
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            of(english ? Locale.ENGLISH : Locale.CHINESE).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first language of the list that there are sentences in; Chinese when there is none. */
    static Locale choose(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(
                        locale -> LANGUAGES.stream().filter(l -> l.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(Locale.CHINESE);
    }

    /** The language a caller wants to be answered in. */
    public static Locale language(ServerHttpRequest request) {
        return language(request.getHeaders());
    }

    private static Locale language(HttpHeaders headers) {
        try {
            return choose(headers.getAcceptLanguageAsLocales());
        } catch (IllegalArgumentException notALanguage) {
            return Locale.CHINESE;
        }
    }

    /** A capability's own sentence, in the caller's language; the key when there is none. */
    public String sentence(String key, HttpHeaders headers) {
        return Objects.requireNonNullElse(find(key, List.of(), language(headers)), key);
    }

    /** Title of a problem; the one of the status when the code has none of its own. */
    String title(String code, int status, List<Object> args, Locale locale) {
        String own = find(code, args, locale);
        return own != null ? own : Objects.requireNonNullElse(find("status." + status, args, locale), code);
    }

    /** What is wrong with a field, as a sentence for people. */
    public String ofField(FieldProblem problem, Locale locale) {
        String own = find("field." + problem.code(), problem.args(), locale);
        return own != null ? own : Objects.requireNonNullElse(find("field.invalid", List.of(), locale), problem.code());
    }

    private @Nullable String find(String key, List<Object> args, Locale locale) {
        String sentence = of(locale).getProperty(key);
        if (sentence == null || args.isEmpty()) {
            return sentence;
        }
        return new MessageFormat(sentence, locale).format(args.toArray());
    }

    private Properties of(Locale locale) {
        return Objects.requireNonNull(sentences.get(locale));
    }
}
