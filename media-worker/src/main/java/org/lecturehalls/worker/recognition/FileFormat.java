package org.lecturehalls.worker.recognition;

import org.jspecify.annotations.Nullable;

/** A format that is accepted. */
public enum FileFormat {
    /** MP4, QuickTime, 3GP, M4A. */
    MP4(Family.MEDIA, "mov"),
    MATROSKA(Family.MEDIA, "matroska"),
    AVI(Family.MEDIA, "avi"),
    FLV(Family.MEDIA, "flv"),
    ASF(Family.MEDIA, "asf"),
    MPEG_TS(Family.MEDIA, "mpegts"),
    MPEG_PS(Family.MEDIA, "mpeg"),
    OGG(Family.MEDIA, "ogg"),
    MP3(Family.MEDIA, "mp3"),
    AAC(Family.MEDIA, "aac"),
    AMR(Family.MEDIA, "amr"),
    WAV(Family.MEDIA, "wav"),
    FLAC(Family.MEDIA, "flac"),
    JPEG(Family.PICTURE, "jpeg_pipe"),
    PNG(Family.PICTURE, "png_pipe"),
    WEBP(Family.PICTURE, "webp_pipe"),
    /** What some phones take photos in; known only to be named. */
    HEIC(Family.PICTURE, null),
    PDF(Family.PDF, null),
    /** The container of doc and ppt, and of encrypted docx and pptx. */
    OLE2(Family.OFFICE, null),
    /** The container of docx, pptx, odt and odp. */
    ZIP(Family.OFFICE, null);

    private final Family family;
    private final @Nullable String demuxer;

    FileFormat(Family family, @Nullable String demuxer) {
        this.family = family;
        this.demuxer = demuxer;
    }

    public Family family() {
        return family;
    }

    /** The one ffmpeg demuxer that may open such a file. Null for documents. */
    public @Nullable String demuxer() {
        return demuxer;
    }

    /** Whether time stamps may jump, as in recordings of a broadcast that were cut together. */
    public boolean jumpsInTime() {
        return this == MPEG_TS || this == MPEG_PS;
    }

    /** Formats that may stand for each other, such as mp4 and mov, or doc and docx. */
    public enum Family {
        MEDIA,
        PICTURE,
        OFFICE,
        PDF
    }
}
