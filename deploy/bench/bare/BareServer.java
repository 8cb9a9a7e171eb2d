import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * What the platform is measured against: a WebFlux handler with nothing behind it and nothing before it, that answers
 * {@code GET /SIZE} with a constant of so many bytes. Run from its source by {@code city.sh}; no part of the platform.
 */
final class BareServer {

    private static final int LARGEST = 1 << 20;
    private static final byte[] FILL = "x".repeat(LARGEST).getBytes(StandardCharsets.US_ASCII);

    private BareServer() {}

    public static void main(String[] arguments) {
        RouterFunction<ServerResponse> routes =
                RouterFunctions.route().GET("/{size}", BareServer::answer).POST("/{size}", BareServer::answer).build();
        HttpHandler handler = RouterFunctions.toHttpHandler(routes);
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow()
                .onDispose()
                .block();
    }

    /** A JSON text of the size. */
    private static Mono<ServerResponse> answer(ServerRequest request) {
        int size = Math.min(LARGEST, Integer.parseInt(request.pathVariable("size")));
        byte[] body = java.util.Arrays.copyOf(FILL, size);
        body[0] = '"';
        body[size - 1] = '"';
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }
}
