package org.lecturehalls.standalone.mongo;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Puts writes on disk before they are answered, many at a time.
 *
 * <p>Writers run side by side. The first to finish commits for all that have finished by then; the others wait for that commit,
 * or for the next. A commit never falls into the middle of a command: a document and its index entries are on disk together, or
 * not at all.
 */
final class GroupCommit {

    private final MVStore store;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock(true);
    private final ReentrantLock state = new ReentrantLock();
    private final Condition committed = state.newCondition();
    private long finished;
    private long durable;
    private boolean committing;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Runs a command that changes data, and returns once its changes would survive a power cut. */
    <T> T write(Supplier<T> command) {
        long ticket;
        T answer;
        commands.readLock().lock();
        try {
            answer = command.get();
            ticket = nextTicket();
        } finally {
            commands.readLock().unlock();
        }
        awaitDurable(ticket);
        return answer;
    }

    /** Runs upkeep of the store while no command runs. */
    boolean exclusively(BooleanSupplier upkeep) {
        commands.writeLock().lock();
        try {
            return upkeep.getAsBoolean();
        } finally {
            commands.writeLock().unlock();
        }
    }

    private long nextTicket() {
        state.lock();
        try {
            return ++finished;
        } finally {
            state.unlock();
        }
    }

    private void awaitDurable(long ticket) {
        while (!durableOrMyTurn(ticket)) {
            commitFinished();
        }
    }

    /** True when the ticket's changes are on disk; false when this thread has to commit. */
    private boolean durableOrMyTurn(long ticket) {
        state.lock();
        try {
            while (durable < ticket && committing) {
                committed.awaitUninterruptibly();
            }
            if (durable >= ticket) {
                return true;
            }
            committing = true;
            return false;
        } finally {
            state.unlock();
        }
    }

    private void commitFinished() {
        long upTo = 0;
        try {
            upTo = snapshot();
            store.sync();
        } catch (RuntimeException | Error e) {
            upTo = 0;
            throw e;
        } finally {
            commitEnded(upTo);
        }
    }

    private long snapshot() {
        commands.writeLock().lock();
        try {
            store.commit();
            return finished;
        } finally {
            commands.writeLock().unlock();
        }
    }

    private void commitEnded(long upTo) {
        state.lock();
        try {
            durable = Math.max(durable, upTo);
            committing = false;
            committed.signalAll();
        } finally {
            state.unlock();
        }
    }
}
