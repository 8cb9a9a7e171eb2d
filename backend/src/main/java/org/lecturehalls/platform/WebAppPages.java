package org.lecturehalls.platform;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The browser apps know their own pages: whatever page a browser asks for, it gets the app, which shows the page. */
@Component
class WebAppPages implements WebFilter {

    private static final String APP = "/index.html";

    /** Where pages of the app are never, each with everything below. */
    private static final List<String> NO_PAGES = List.of("/api", "/actuator", "/v3", "/docs", "/webjars", "/assets");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!isPage(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        ServerHttpRequest app = exchange.getRequest().mutate().path(APP).build();
        return chain.filter(exchange.mutate().request(app).build());
    }

    private static boolean isPage(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return reads && !isFile(path) && !isReserved(path) && takesHtml(request);
    }

    private static boolean isFile(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/');
    }

    static boolean isReserved(String path) {
        return NO_PAGES.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static boolean takesHtml(ServerHttpRequest request) {
        String accept = request.getHeaders().getFirst("Accept");
        return accept == null || accept.contains(MediaType.TEXT_HTML_VALUE) || accept.contains(MediaType.ALL_VALUE);
    }
}
