package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * A job as the desk sees it.
 *
 * @param jobId what is claimed
 * @param bucket where its results go
 * @param title for the log
 * @param work what there is to do
 */
record Task(String jobId, String bucket, String title, Attempt.Work work) {

    /** Makes a task of a message. */
    @FunctionalInterface
    interface Reader {
        Task read(Message message) throws JMSException;
    }
}
