package org.lecturehalls.worker.video;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;

/**
 * Reads the structure of a fragmented MP4 file of ours (ISO/IEC 14496-12): the sections before the first {@code moof}, and for
 * each {@code moof} with its {@code mdat} the number and duration of its samples. Only the headers are read, never the media.
 */
final class FragmentReader {

    private static final int HEADER = 8;
    private static final int LARGEST_HEADER_BOX = 16 << 20;
    private static final int DEFAULT_BASE_IS_MOOF = 0x1;

    private final FileChannel channel;
    private final List<Fragment> fragments = new ArrayList<>();
    private long timescale;
    private String codec = "";
    private long initBytes;

    private FragmentReader(FileChannel channel) {
        this.channel = channel;
    }

    static FragmentedFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            FragmentReader reader = new FragmentReader(channel);
            reader.walk();
            return new FragmentedFile(channel.size(), reader.initBytes, reader.codec, List.copyOf(reader.fragments));
        }
    }

    private void walk() throws IOException {
        long position = 0;
        while (position < channel.size()) {
            ByteBuffer header = bytes(position, HEADER);
            long size = header.getInt(0) & 0xFFFFFFFFL;
            String name = name(header, 4);
            if (size < HEADER) {
                throw new IOException("unexpected size of box " + name + " at " + position);
            }
            if (name.equals("moov")) {
                initialisation(bytes(position, bounded(size)));
                initBytes = position + size;
            } else if (name.equals("moof")) {
                long media = bytes(position + size, HEADER).getInt(0) & 0xFFFFFFFFL;
                fragments.add(fragment(bytes(position, bounded(size)), position, size + media));
                position += media;
            }
            position += size;
        }
    }

    private void initialisation(ByteBuffer moov) {
        children(moov, HEADER, (name, box) -> {
            switch (name) {
                case "mdhd" -> timescale = box.getInt(box.get(HEADER) == 1 ? HEADER + 20 : HEADER + 12) & 0xFFFFFFFFL;
                case "stsd" -> codec = codec(box);
                default -> {}
            }
        });
    }

    /** The three bytes after the version of {@code avcC}: profile, compatibility, level. */
    private static String codec(ByteBuffer stsd) {
        for (int i = HEADER; i + 8 < stsd.limit(); i++) {
            if (name(stsd, i).equals("avcC")) {
                return String.format("avc1.%02x%02x%02x", stsd.get(i + 5), stsd.get(i + 6), stsd.get(i + 7));
            }
        }
        return "";
    }

    private Fragment fragment(ByteBuffer moof, long offset, long length) {
        long[] defaultDuration = {0};
        long[] ticks = {0};
        long[] samples = {0};
        children(moof, HEADER, (name, box) -> {
            switch (name) {
                case "tfhd" -> defaultDuration[0] = defaultDuration(box);
                case "trun" -> {
                    samples[0] += box.getInt(HEADER + 4);
                    ticks[0] += ticks(box, defaultDuration[0]);
                }
                default -> {}
            }
        });
        return new Fragment((double) ticks[0] / timescale, offset, length, samples[0]);
    }

    private static long defaultDuration(ByteBuffer tfhd) {
        int flags = tfhd.getInt(HEADER) & 0xFFFFFF;
        int at = HEADER + 8;
        at += (flags & DEFAULT_BASE_IS_MOOF) != 0 ? 8 : 0;
        at += (flags & 0x2) != 0 ? 4 : 0;
        return (flags & 0x8) != 0 ? tfhd.getInt(at) & 0xFFFFFFFFL : 0;
    }

    private static long ticks(ByteBuffer trun, long defaultDuration) {
        int flags = trun.getInt(HEADER) & 0xFFFFFF;
        int samples = trun.getInt(HEADER + 4);
        if ((flags & 0x100) == 0) {
            return samples * defaultDuration;
        }
        int at = HEADER + 8 + ((flags & 0x1) != 0 ? 4 : 0) + ((flags & 0x4) != 0 ? 4 : 0);
        int entry = 4 * Integer.bitCount(flags & 0xF00);
        long ticks = 0;
        for (int i = 0; i < samples; i++) {
            ticks += trun.getInt(at + i * entry) & 0xFFFFFFFFL;
        }
        return ticks;
    }

    /** Visits the boxes inside, going into those that only hold boxes. */
    private static void children(ByteBuffer parent, int from, BiConsumer<String, ByteBuffer> visitor) {
        int at = from;
        while (at + HEADER <= parent.limit()) {
            int size = parent.getInt(at);
            String name = name(parent, at + 4);
            if (size < HEADER || at + size > parent.limit()) {
                throw new IllegalStateException("unexpected size of box " + name);
            }
            ByteBuffer box = parent.slice(at, size);
            switch (name) {
                case "trak", "mdia", "minf", "stbl", "traf" -> children(box, HEADER, visitor);
                default -> visitor.accept(name, box);
            }
            at += size;
        }
    }

    private static String name(ByteBuffer box, int at) {
        byte[] letters = new byte[4];
        box.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static int bounded(long size) throws IOException {
        if (size > LARGEST_HEADER_BOX) {
            throw new IOException("header box of " + size + " bytes");
        }
        return (int) size;
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("box reaches past the end");
            }
        }
        return buffer.flip();
    }
}
