package org.lecturehalls.worker.video;

import org.lecturehalls.media.contract.VideoPlan;

/**
 * A stretch of the sound, counted in packets of the encoder from its first one, which only primes decoders. It begins and ends
 * where a fragment does, so that stretches that were encoded apart make one track.
 *
 * <p>Filters and encoder have a memory. They are given what lies before, which is thrown away afterwards, and what comes behind.
 *
 * @param firstPacket number of its first packet
 * @param packets number of packets; a last stretch takes what comes
 * @param last whether it ends where the source ends, as one of no given length does
 */
record SoundChunk(long firstPacket, long packets, boolean last) {

    static final int SAMPLES = 1024;
    static final int RATE = 48_000;

    /** Packets of a fragment, which is the first number of them that lasts four seconds. */
    static final int GROUP = 188;

    /** 20 s: the filter that evens levels looks at 7.5 s on either side, the one that knows the noise learns it in a few. */
    private static final long LEAD = 5L * GROUP;

    /** 10 s for filters that look ahead. */
    private static final long TAIL_SAMPLES = 10L * RATE;

    /** For an encoder that looks ahead. */
    private static final long MORE_PACKETS = 16;

    /** How far before what is wanted the source is opened: demuxers land near the time that they are given. */
    private static final double MARGIN_SECONDS = 1;

    SoundChunk {
        last = last || packets == 0;
    }

    /** Whether it is all of the sound. */
    boolean whole() {
        return first() && last;
    }

    boolean first() {
        return firstPacket == 0;
    }

    /** Packets that are made before it and thrown away: whole fragments. */
    long lead() {
        return Math.min(firstPacket, LEAD);
    }

    /** Whether there can be so many packets of it. */
    boolean accepts(long counted) {
        return whole() || (last ? counted > 0 : counted == packets);
    }

    /** @param counted how many packets of it there are */
    double endSeconds(long counted) {
        return (firstPacket + counted) * VideoPlan.PACKET_SECONDS;
    }

    double startSeconds() {
        return firstPacket * VideoPlan.PACKET_SECONDS;
    }

    /** Seconds that are encoded, with those that are thrown away. */
    double encodedSeconds() {
        return (lead() + packets + MORE_PACKETS) * VideoPlan.PACKET_SECONDS;
    }

    /** Where the source is opened. */
    double seekSeconds() {
        return Math.max(0, firstSample() / (double) RATE - MARGIN_SECONDS);
    }

    /** The first sample that is encoded, at 48 kHz from zero on. */
    long firstSample() {
        return (firstPacket - lead()) * SAMPLES;
    }

    /** The sample behind the last one that filters may look at. */
    long endOfFiltered() {
        return (firstPacket + packets) * SAMPLES + TAIL_SAMPLES;
    }

    /** The sample behind the last one that is encoded, from {@link #firstSample} on. */
    long endOfEncoded() {
        return endOfOwn() + MORE_PACKETS * SAMPLES;
    }

    /** Where its own samples begin, from {@link #firstSample} on. */
    long startOfOwn() {
        return lead() * SAMPLES;
    }

    /** The sample behind its own ones, from {@link #firstSample} on. */
    long endOfOwn() {
        return (lead() + packets) * SAMPLES;
    }
}
