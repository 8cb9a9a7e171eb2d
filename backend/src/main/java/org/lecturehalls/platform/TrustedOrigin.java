package org.lecturehalls.platform;

import java.net.URI;

/**
 * Another server that the app's pages may fetch from, show pictures and media of, and frame. One bean for each.
 *
 * @param origin scheme, host and port
 */
public record TrustedOrigin(String origin) {

    /** The origin of an address. */
    public static TrustedOrigin of(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new TrustedOrigin(address.getScheme() + "://" + address.getHost() + port);
    }
}
