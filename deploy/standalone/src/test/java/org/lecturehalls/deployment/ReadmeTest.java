package org.lecturehalls.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell a newcomer to run or to read is there. */
class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/.-])((?:deploy|backend|media-worker|\\.ci)/[\\w./-]*[\\w/])");
    /** Made by a build or by a person, so not in a fresh clone. */
    private static final Pattern MADE = Pattern.compile("deploy/\\.(env|run|data).*|.*/target/.*");

    static Stream<Path> documents() {
        return Stream.concat(
                Stream.of(Project.file("README.md"), Project.file("CONTRIBUTING.md")),
                Project.files("backend/docs", ".md").stream());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksOnlyToWhatExists(Path document) {
        List<Path> links = LINK.matcher(Project.read(document))
                .results()
                .map(found -> document.resolveSibling(found.group(1)).normalize())
                .toList();
        assertThat(links).allMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesOnlyPathsThatExist(Path document) {
        List<String> paths = PATH.matcher(Project.read(document))
                .results()
                .map(MatchResult::group)
                .filter(path -> !MADE.matcher(path).matches())
                .distinct()
                .toList();
        assertThat(paths).allMatch(path -> Files.exists(Project.file(path)));
    }
}
