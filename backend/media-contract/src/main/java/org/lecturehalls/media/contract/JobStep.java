package org.lecturehalls.media.contract;

/** Steps of a job in their order. */
public enum JobStep {
    FETCHING,
    INSPECTING,
    TRANSCODING,
    CONVERTING,
    RENDERING_PAGES,
    VERIFYING,
    STORING
}
