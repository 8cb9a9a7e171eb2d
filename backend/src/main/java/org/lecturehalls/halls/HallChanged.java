package org.lecturehalls.halls;

/** A hall was created, changed, deleted or restored. */
public record HallChanged(HallSummary hall) {}
