package org.lecturehalls.media.contract;

import java.util.Locale;

/** Why a file is refused. The codes are part of the public API and never change. */
public enum RefusalCode {
    EMPTY_FILE,
    /** Larger than the limit of its kind, or not of the size that was announced. */
    FILE_TOO_LARGE,
    /** None of the accepted formats. */
    UNKNOWN_KIND,
    /** The magic bytes say something else than the name or type claims. */
    KIND_MISMATCH,
    /** A playlist, concat script, SDP or other text that names further sources. */
    SCRIPT_NOT_MEDIA,
    NO_AUDIO_OR_VIDEO,
    /** Cut off, so that nothing or too little can be decoded. */
    TRUNCATED,
    /** Whole in length, but cannot be decoded or opened. */
    DAMAGED,
    TOO_LONG,
    TOO_MANY_PIXELS,
    TOO_MANY_STREAMS,
    FRAME_RATE_TOO_HIGH,
    /** The chosen sound is not in the file, or cannot be decoded. */
    NO_SUCH_SOUND_TRACK,
    DOCUMENT_ENCRYPTED,
    PDF_PASSWORD,
    DOCUMENT_MACROS,
    ZIP_BOMB,
    ZIP_ENTRY_ESCAPES,
    TOO_MANY_PAGES,
    /** A phone's HEIC or AVIF photo, which is not decoded here. */
    HEIC_PHOTO;

    /** The stable code as people and programs see it, for example {@code zip-bomb}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
