package org.lecturehalls.storage;

import io.minio.Signer;
import io.minio.Time;
import io.minio.errors.MinioException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Signs addresses for browsers (AWS Signature Version 4, in the query). Computes only: no request is made. Unlike the
 * client of the library it takes the time of signing, so that equal requests get equal addresses.
 */
class UrlSigner {

    private final StorageSettings settings;
    private final HttpUrl base;

    UrlSigner(StorageSettings settings) {
        this.settings = settings;
        this.base = base(settings);
    }

    private static HttpUrl base(StorageSettings settings) {
        HttpUrl endpoint =
                Objects.requireNonNull(HttpUrl.get(settings.browserEndpoint().toString()));
        return settings.bucketInHost()
                ? endpoint.newBuilder()
                        .host(settings.bucket() + "." + endpoint.host())
                        .build()
                : endpoint.newBuilder().addPathSegment(settings.bucket()).build();
    }

    SignedUrl sign(String method, String key, Map<String, String> parameters, Instant signedAt, Duration validity) {
        Instant second = signedAt.truncatedTo(ChronoUnit.SECONDS);
        HttpUrl.Builder url = base.newBuilder();
        List.of(key.split("/")).forEach(url::addPathSegment);
        parameters.forEach((name, value) -> url.addEncodedQueryParameter(name, encode(value)));
        RequestBody body = "PUT".equals(method) ? RequestBody.create(new byte[0]) : null;
        Request request = new Request.Builder()
                .url(url.build())
                .method(method, body)
                .header("Host", host())
                .header("X-Amz-Date", ZonedDateTime.ofInstant(second, Time.UTC).format(Time.AMZ_DATE_FORMAT))
                .build();
        return new SignedUrl(sign(request, validity).uri(), second.plus(validity));
    }

    /** As the signature wants it: everything but letters, digits and {@code -._~}. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private HttpUrl sign(Request request, Duration validity) {
        try {
            return Signer.presignV4(
                    request,
                    settings.region(),
                    settings.accessKey(),
                    settings.secretKey(),
                    Math.toIntExact(validity.toSeconds()));
        } catch (MinioException e) {
            throw new StorageException("An address cannot be signed", false, e);
        }
    }

    private String host() {
        return base.port() == HttpUrl.defaultPort(base.scheme()) ? base.host() : base.host() + ":" + base.port();
    }
}
