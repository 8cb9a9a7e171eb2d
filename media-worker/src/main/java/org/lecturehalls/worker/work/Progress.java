package org.lecturehalls.worker.work;

import org.lecturehalls.media.contract.JobStep;

/** Hears how far the work is. Cheap to call often, from any thread. */
@FunctionalInterface
public interface Progress {

    /**
     * @param step what is being done
     * @param percent 0 to 100 over the whole job
     */
    void at(JobStep step, int percent);
}
