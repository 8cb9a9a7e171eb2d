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
 */
@NullMarked
package org.lecturehalls.media.contract;

import org.jspecify.annotations.NullMarked;
