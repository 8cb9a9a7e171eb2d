package org.lecturehalls.platform;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Answers that are pages for people without the web app, also when there is nothing to show. */
public final class PageAnswers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private PageAnswers() {}

    /**
     * A page of HTML.
     *
     * @param page shown with status 200
     * @param nothing shown with status 404 when that fails with {@link NotFoundException}
     * @param headers may set further headers of either
     */
    public static Mono<ResponseEntity<String>> of(Mono<String> page, String nothing, Consumer<HttpHeaders> headers) {
        return page.map(found -> html(HttpStatus.OK, found, headers))
                .onErrorResume(NotFoundException.class, e -> Mono.just(html(HttpStatus.NOT_FOUND, nothing, headers)));
    }

    /** The same with no further headers. */
    public static Mono<ResponseEntity<String>> of(Mono<String> page, String nothing) {
        return of(page, nothing, headers -> {});
    }

    private static ResponseEntity<String> html(HttpStatus status, String page, Consumer<HttpHeaders> headers) {
        return ResponseEntity.status(status).contentType(HTML).headers(headers).body(page);
    }
}
