/**
 * The messages between the backend and the media workers. Records only, no framework.
 *
 * <p>Conversation of one job: the backend puts a {@link org.lecturehalls.media.contract.MediaJob} on a work queue; a
 * worker that received it asks for a fencing token with {@link org.lecturehalls.media.contract.JobClaim} and gets a
 * {@link org.lecturehalls.media.contract.ClaimReply}; then it sends any number of
 * {@link org.lecturehalls.media.contract.JobProgress} and exactly one of
 * {@link org.lecturehalls.media.contract.VideoReady}, {@link org.lecturehalls.media.contract.DocumentReady},
 * {@link org.lecturehalls.media.contract.JobRefused} or {@link org.lecturehalls.media.contract.JobFailed}. The message is
 * acknowledged only after that answer was sent, so that the broker hands the job to another worker when this one dies.
 *
 * <p>A long video is shared: its worker answers with {@link org.lecturehalls.media.contract.VideoPlanned}, and the backend
 * hands out {@link org.lecturehalls.media.contract.PartJob parts}, each with its own claim, token and progress, which end in
 * {@link org.lecturehalls.media.contract.ChunkReady}, {@link org.lecturehalls.media.contract.SoundReady},
 * {@link org.lecturehalls.media.contract.PicturesReady}, {@link org.lecturehalls.media.contract.CheckReady},
 * {@link org.lecturehalls.media.contract.CannotCut}, {@code JobRefused} or {@code JobFailed}.
 */
@NullMarked
package org.lecturehalls.media.contract;

import org.jspecify.annotations.NullMarked;
