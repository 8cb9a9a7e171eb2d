package org.lecturehalls.media.contract;

/** Names of the queues and of the message property that backend and workers share. */
public final class MediaQueues {

    /** Work: lecture videos and audio. Every worker listens. */
    public static final String VIDEO_JOBS = "media.jobs.video";

    /** Work: lesson plans and slides. Only workers that have LibreOffice listen. */
    public static final String DOCUMENT_JOBS = "media.jobs.document";

    /** Work: photos. Every worker listens. */
    public static final String PHOTO_JOBS = "media.jobs.photo";
    /** Parts of videos that many workers share. Workers select those that their ffmpeg fits. */
    public static final String PART_JOBS = "media.jobs.part";

    /** Plain files of videos, for halls with no network. Every worker listens. */
    public static final String PACK_JOBS = "media.jobs.pack";

    /** Requests of workers for a fencing token, answered to the JMS reply-to address. */
    public static final String CLAIMS = "media.claims";

    /** Progress and results of the workers. */
    public static final String ANSWERS = "media.answers";

    /** Topic: jobs that need not be finished. */
    public static final String CANCELLATIONS = "media.cancellations";

    /** Where the broker puts messages that were delivered too often. */
    public static final String DEAD_LETTERS = "DLQ";

    /** Message property with the simple name of the record in the body, for example {@code JobProgress}. */
    public static final String TYPE_PROPERTY = "messageType";

    /** Message property of a {@link PartJob}: the ffmpeg it needs. */
    public static final String BUILD_PROPERTY = "ffmpegBuild";

    private MediaQueues() {}
}
