package org.lecturehalls.sessions;

/** A session was planned, changed, cancelled, recorded, or somebody came to it. Read the session to learn what holds now. */
public record SessionChanged(String sessionId) {}
