package org.lecturehalls.media;

import org.lecturehalls.media.contract.MediaKind;

/** Published when an asset can be played or read. */
public record MediaReady(String assetId, MediaKind kind) {}
