package org.lecturehalls.worker.jobs;

import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.worker.work.Progress;
import org.lecturehalls.worker.work.StopSignal;

/** One attempt while it runs: how far it is, and the means to stop it. */
final class RunningJob implements Progress {

    private final String jobId;
    private final long token;
    private final Backend backend;
    private final StopSignal stop = new StopSignal();
    private JobStep step = JobStep.FETCHING;
    private int percent;

    RunningJob(String jobId, long token, Backend backend) {
        this.jobId = jobId;
        this.token = token;
        this.backend = backend;
    }

    /** Told at once when the step changes; within a step the heartbeat tells. */
    @Override
    public void at(JobStep reached, int reachedPercent) {
        boolean changed;
        synchronized (this) {
            changed = reached != step;
            step = reached;
            percent = Math.max(percent, Math.min(100, reachedPercent));
        }
        if (changed) {
            beat();
        }
    }

    void beat() {
        backend.progress(snapshot());
    }

    private synchronized JobProgress snapshot() {
        return new JobProgress(jobId, token, step, percent);
    }

    boolean isVoidedBy(String job, long largestVoidToken) {
        return jobId.equals(job) ? token <= largestVoidToken : isPartOfPlanVoidedBy(job, largestVoidToken);
    }

    /** A part's id begins with its video's job and the token of the plan. */
    private boolean isPartOfPlanVoidedBy(String job, long largestVoidToken) {
        String[] names = jobId.split(":");
        return names.length == 3 && names[0].equals(job) && Long.parseLong(names[1]) <= largestVoidToken;
    }

    StopSignal stop() {
        return stop;
    }

    String jobId() {
        return jobId;
    }

    long token() {
        return token;
    }
}
