package org.lecturehalls.identity;

import java.util.List;
import java.util.stream.Collectors;
import org.lecturehalls.platform.TrustedOrigin;

/**
 * The Content-Security-Policy of all answers. Scripts come from this server alone, so text that somebody typed can
 * never run. The object store gives media and pictures and takes uploads; Keycloak gives tokens. hls.js plays through
 * {@code blob:} addresses and works in a worker made of one. Style attributes are needed by the charts.
 */
final class ContentPolicy {

    private ContentPolicy() {}

    static String of(List<TrustedOrigin> trusted) {
        String origins = trusted.stream()
                .map(TrustedOrigin::origin)
                .distinct()
                .sorted()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "style-src-attr 'unsafe-inline'",
                "font-src 'self' data:",
                "manifest-src 'self'",
                "worker-src 'self' blob:",
                "img-src 'self' data: blob:" + origins,
                "media-src 'self' blob:" + origins,
                "connect-src 'self'" + origins,
                "frame-src 'self' blob:" + origins,
                "form-action 'self'" + origins,
                "base-uri 'self'",
                "frame-ancestors 'self'");
    }
}
