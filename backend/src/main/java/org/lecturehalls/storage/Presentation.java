package org.lecturehalls.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the store shall present an object to whoever reads it by a signed address.
 *
 * @param contentType what it says the content is; null for what was stored
 * @param downloadName the name under which a browser saves it instead of showing it; null to show it
 */
public record Presentation(
        @Nullable String contentType, @Nullable String downloadName) {

    public static final Presentation AS_STORED = new Presentation(null, null);

    public static Presentation as(String contentType) {
        return new Presentation(contentType, null);
    }

    /** As query parameters of S3. The name is percent-encoded, so that no character of it means anything. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        if (contentType != null) {
            parameters.put("response-content-type", contentType);
        }
        if (downloadName != null) {
            String encoded =
                    URLEncoder.encode(downloadName, StandardCharsets.UTF_8).replace("+", "%20");
            parameters.put("response-content-disposition", "attachment; filename*=UTF-8''" + encoded);
        }
        return parameters;
    }
}
