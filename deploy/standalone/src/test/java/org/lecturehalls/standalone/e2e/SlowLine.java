package org.lecturehalls.standalone.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A network as the browser's own tools imitate it. */
final class SlowLine {

    private static final int BITS_IN_A_BYTE = 8;

    private SlowLine() {}

    /** Gives a page, for as long as it is open, a line of so many bits a second with so long a way there and back. */
    static CDPSession on(Page page, int bitsPerSecond, int roundTripMillis) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        emulate(session, false, bitsPerSecond, roundTripMillis);
        return session;
    }

    /** Breaks the line in the middle of what is under way; a context that is offline alone would leave it slow. */
    static void cut(CDPSession session) {
        emulate(session, true, 0, 0);
    }

    private static void emulate(CDPSession session, boolean offline, int bitsPerSecond, int roundTripMillis) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", offline);
        line.addProperty("latency", roundTripMillis);
        line.addProperty("downloadThroughput", bitsPerSecond / BITS_IN_A_BYTE);
        line.addProperty("uploadThroughput", bitsPerSecond / BITS_IN_A_BYTE);
        session.send("Network.emulateNetworkConditions", line);
    }
}
