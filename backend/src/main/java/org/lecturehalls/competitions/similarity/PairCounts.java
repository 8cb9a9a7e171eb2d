package org.lecturehalls.competitions.similarity;

/** Counts pairs of small numbers in a table of its own, since boxed keys would take ten times the memory. */
final class PairCounts {

    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int used;

    void add(int first, int second) {
        if (used * 2 >= keys.length) {
            grow();
        }
        int slot = slot(keys, key(first, second));
        if (counts[slot] == 0) {
            keys[slot] = key(first, second);
            used++;
        }
        counts[slot]++;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                visitor.pair((int) (keys[i] >>> 32), (int) keys[i], counts[i]);
            }
        }
    }

    /** Sees each pair once. */
    interface Visitor {
        void pair(int first, int second, int count);
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    private int slot(long[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (counts[slot] > 0 && table[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
