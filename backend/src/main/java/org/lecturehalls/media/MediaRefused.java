package org.lecturehalls.media;

import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.RefusalCode;

/** Published when an asset's file is found not to be acceptable. */
public record MediaRefused(String assetId, MediaKind kind, RefusalCode code) {}
