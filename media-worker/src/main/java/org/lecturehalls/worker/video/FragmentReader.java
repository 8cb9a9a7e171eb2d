package org.lecturehalls.worker.video;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;

/**
 * Reads the structure of a fragmented MP4 file of ours (ISO/IEC 14496-12): the sections before the first {@code moof}, and for
 * each {@code moof} with its {@code mdat} the start, number and duration of its samples. Only the headers are read, never the media.
 */
final class FragmentReader implements AutoCloseable {

    private static final int HEADER = 8;
    private static final int LARGEST_HEADER_BOX = 16 << 20;
    private static final int DEFAULT_BASE_IS_MOOF = 0x1;

    private final FileChannel channel;
    private final List<Fragment> fragments = new ArrayList<>();
    private long timescale;
    private String codec = "";
    private long initBytes;

    private long position;

    private FragmentReader(FileChannel channel) {
        this.channel = channel;
    }

    /** A finished file. */
    static FragmentedFile read(Path file) throws IOException {
        try (FragmentReader reader = open(file)) {
            FragmentedFile read = reader.advance();
            if (reader.position != read.bytes()) {
                throw new EOFException("box reaches past the end");
            }
            return read;
        }
    }

    /** Fingerprint of the initialisation section. */
    static String initHash(Path file, FragmentedFile read) throws IOException {
        try (FragmentReader reader = open(file)) {
            return Fingerprint.of(reader.bytes(0, bounded(read.initBytes())).array());
        }
    }

    /**
     * Has all fragments of a file begin later.
     *
     * @param file fragments, with or without an initialisation section
     * @param ticks of the media's clock
     */
    static void move(Path file, long ticks) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FragmentReader reader = new FragmentReader(open)) {
            for (Fragment fragment : reader.advance().fragments()) {
                ByteBuffer header = reader.bytes(fragment.offset(), HEADER);
                ByteBuffer moof = reader.bytes(fragment.offset(), bounded(header.getInt(0) & 0xFFFFFFFFL));
                children(moof, HEADER, (name, box) -> {
                    if (name.equals("tfdt")) {
                        begin(box, decodeTime(box) + ticks);
                    }
                });
                write(open, moof, fragment.offset());
            }
        }
    }

    private static void begin(ByteBuffer tfdt, long ticks) {
        if (tfdt.get(HEADER) == 1) {
            tfdt.putLong(HEADER + 4, ticks);
        } else {
            tfdt.putInt(HEADER + 4, (int) ticks);
        }
    }

    private static void write(FileChannel open, ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            open.write(bytes, position + bytes.position());
        }
    }

    /** A file that is still being written. */
    static FragmentReader open(Path file) throws IOException {
        return new FragmentReader(FileChannel.open(file));
    }

    /** What is whole by now. */
    FragmentedFile advance() throws IOException {
        long end = channel.size();
        while (step(end)) {
            // Each step takes one box, or a fragment with its media.
        }
        return new FragmentedFile(end, initBytes, codec, List.copyOf(fragments));
    }

    private boolean step(long end) throws IOException {
        if (position + HEADER > end) {
            return false;
        }
        ByteBuffer header = bytes(position, HEADER);
        long size = header.getInt(0) & 0xFFFFFFFFL;
        String name = name(header, 4);
        if (size < HEADER) {
            throw new IOException("unexpected size of box " + name + " at " + position);
        }
        boolean moof = name.equals("moof");
        if (position + size + (moof ? HEADER : 0) > end) {
            return false;
        }
        long media = moof ? bytes(position + size, HEADER).getInt(0) & 0xFFFFFFFFL : 0;
        if (position + size + media > end) {
            return false;
        }
        take(name, size, media);
        position += size + media;
        return true;
    }

    private void take(String name, long size, long media) throws IOException {
        if (name.equals("moov")) {
            initialisation(bytes(position, bounded(size)));
            initBytes = position + size;
        } else if (name.equals("moof")) {
            fragments.add(fragment(bytes(position, bounded(size)), position, size + media));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
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
        long[] start = {0};
        children(moof, HEADER, (name, box) -> {
            switch (name) {
                case "tfdt" -> start[0] = decodeTime(box);
                case "tfhd" -> defaultDuration[0] = defaultDuration(box);
                case "trun" -> {
                    samples[0] += box.getInt(HEADER + 4);
                    ticks[0] += ticks(box, defaultDuration[0]);
                }
                default -> {}
            }
        });
        return new Fragment((double) start[0] / timescale, (double) ticks[0] / timescale, offset, length, samples[0]);
    }

    private static long decodeTime(ByteBuffer tfdt) {
        return tfdt.get(HEADER) == 1 ? tfdt.getLong(HEADER + 4) : tfdt.getInt(HEADER + 4) & 0xFFFFFFFFL;
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
