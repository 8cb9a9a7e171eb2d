package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A fresh LibreOffice profile that runs no macro, follows no link and reaches no network: what holds where the machine allows
 * no namespace, and besides it where it does.
 */
final class LockedProfile {

    /** The discard port, where nobody listens. */
    private static final String NOWHERE = "127.0.0.1";

    private static final List<String> ITEMS = List.of(
            item("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
            item("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
            item("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
            item("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
            item("Office.Common/Security/Scripting", "DisableOLEAutomation", "true"),
            item("Office.Writer/Content/Update", "Link", "2"),
            item("Office.Writer/Content/Update", "Field", "false"),
            item("Office.Calc/Content/Update", "Link", "2"),
            item("Office.Java/VirtualMachine", "Enable", "false"),
            item("Office.Common/Misc", "FirstRun", "false"),
            item("Office.Common/Misc", "CrashReport", "false"),
            item("Office.Recovery/AutoSave", "Enabled", "false"),
            item("Inet/Settings", "ooInetProxyType", "2"),
            item("Inet/Settings", "ooInetHTTPProxyName", NOWHERE),
            item("Inet/Settings", "ooInetHTTPProxyPort", "9"),
            item("Inet/Settings", "ooInetHTTPSProxyName", NOWHERE),
            item("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
            item("Inet/Settings", "ooInetFTPProxyName", NOWHERE),
            item("Inet/Settings", "ooInetFTPProxyPort", "9"));

    private LockedProfile() {}

    static void write(Path profile) throws IOException {
        Path user = Files.createDirectories(profile.resolve("user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), text());
    }

    private static String text() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                """ + String.join("\n", ITEMS) + "\n</oor:items>\n";
    }

    private static String item(String path, String property, String value) {
        return "<item oor:path=\"/org.openoffice." + path + "\"><prop oor:name=\"" + property
                + "\" oor:op=\"fuse\" oor:finalized=\"true\"><value>" + value + "</value></prop></item>";
    }
}
