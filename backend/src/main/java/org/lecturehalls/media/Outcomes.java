package org.lecturehalls.media;

import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import reactor.core.publisher.Mono;

/** What workers say of any job, whatever is made in it. */
interface Outcomes {

    Mono<Void> progress(JobProgress news);

    Mono<Void> refused(JobRefused answer);

    Mono<Void> failed(JobFailed answer);
}
