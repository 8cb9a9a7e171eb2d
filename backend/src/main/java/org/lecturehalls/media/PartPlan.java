package org.lecturehalls.media;

import org.lecturehalls.storage.ObjectStore;

/**
 * How a file is cut into parts: all of the same size but the last, which is what remains.
 *
 * @param fileSize in bytes, above 0
 * @param partSize in bytes
 */
record PartPlan(long fileSize, long partSize) {

    private static final long STEP = 1L << 20;

    /** Parts of the wanted size, or of as many more whole MiB as it takes to stay below the store's number of parts. */
    static PartPlan of(long fileSize, long wantedPartSize) {
        long least = (fileSize + ObjectStore.MAX_PARTS - 1) / ObjectStore.MAX_PARTS;
        long inSteps = (least + STEP - 1) / STEP * STEP;
        return new PartPlan(fileSize, Math.max(wantedPartSize, inSteps));
    }

    int count() {
        return Math.toIntExact((fileSize + partSize - 1) / partSize);
    }

    /** Size of a part by its number from 1. */
    long sizeOf(int number) {
        return number < count() ? partSize : fileSize - (count() - 1) * partSize;
    }
}
