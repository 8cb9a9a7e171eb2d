package org.lecturehalls.worker.video;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads ffprobe's list of packets line by line ({@code stream|pts|dts|duration|flags}). What it measures is true of the
 * bytes, whatever the header claims.
 */
final class PacketScan implements Consumer<String> {

    private static final int STREAM = 0;
    private static final int PTS = 1;
    private static final int DTS = 2;
    private static final int DURATION = 3;
    private static final int FLAGS = 4;

    private final Map<Integer, StreamTiming> streams = new TreeMap<>();
    private final boolean jumpsInTime;

    PacketScan(boolean jumpsInTime) {
        this.jumpsInTime = jumpsInTime;
    }

    @Override
    public void accept(String line) {
        String[] fields = line.split("\\|", -1);
        if (fields.length <= FLAGS || fields[STREAM].isEmpty() || discarded(fields[FLAGS])) {
            return;
        }
        streams.computeIfAbsent(Integer.valueOf(fields[STREAM]), index -> new StreamTiming(jumpsInTime))
                .packet(seconds(fields[PTS]), seconds(fields[DTS]), seconds(fields[DURATION]));
    }

    /** The measure of one stream; empty when it has no packet. */
    StreamTiming of(int stream) {
        return streams.getOrDefault(stream, new StreamTiming(jumpsInTime));
    }

    /** Packets outside the edit list are decoded but never shown. */
    private static boolean discarded(String flags) {
        return flags.indexOf('D') >= 0;
    }

    private static double seconds(String field) {
        return field.equals("N/A") || field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }
}
