package org.lecturehalls.worker.work;

/** Why a piece of work ends without a result. */
public abstract sealed class WorkException extends Exception
        permits RefusedException, WorkFailedException, WorkStoppedException {

    WorkException(String message) {
        super(message);
    }
}
