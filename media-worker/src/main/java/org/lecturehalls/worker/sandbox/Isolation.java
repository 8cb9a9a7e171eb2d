package org.lecturehalls.worker.sandbox;

import java.util.List;

/**
 * How strongly programs are cut off from the machine. What a machine allows differs: containers often forbid new namespaces.
 *
 * <p>A parent's death is passed on in each way, so that a killed worker leaves no program behind.
 */
public enum Isolation {
    /** Own network, process and mount namespaces, made by root. */
    NAMESPACES(
            "setpriv",
            "--pdeathsig",
            "KILL",
            "--no-new-privs",
            "unshare",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "--"),
    /** The same for an ordinary user, through a user namespace. */
    USER_NAMESPACES(
            "setpriv",
            "--pdeathsig",
            "KILL",
            "--no-new-privs",
            "unshare",
            "--map-root-user",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "--"),
    /** As above where mounting is forbidden. */
    USER_NETWORK(
            "setpriv",
            "--pdeathsig",
            "KILL",
            "--no-new-privs",
            "unshare",
            "--map-root-user",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            "--"),
    /** No namespace: ffmpeg's list of protocols and LibreOffice's locked settings are what keeps the network out. */
    LIMITS_ONLY("setpriv", "--pdeathsig", "KILL", "--no-new-privs", "--");

    private final List<String> prefix;

    Isolation(String... prefix) {
        this.prefix = List.of(prefix);
    }

    List<String> prefix() {
        return prefix;
    }

    /** Whether programs have no network at all. */
    public boolean networkless() {
        return this != LIMITS_ONLY;
    }
}
