package org.lecturehalls.media;

/** What addresses are for, which decides what they lead to and for how long. */
public enum LinkPurpose {
    /** For the owner, or an officer who reviews it. */
    OWNER,
    /** For anyone; only of a published asset. */
    PUBLIC,
    /** For a judge: only copies that do not say whose they are, and not for long. */
    JUDGE
}
