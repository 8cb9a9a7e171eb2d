package org.lecturehalls.media;

import org.lecturehalls.media.contract.MediaKind;

/** Published when an asset's job has failed; it may be tried again. */
public record MediaFailed(String assetId, MediaKind kind) {}
