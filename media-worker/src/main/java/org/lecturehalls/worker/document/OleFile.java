package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directory of an OLE2 compound file ([MS-CFB]), and the first bytes of its streams: just enough to tell a doc from a ppt,
 * and to see encryption and macros. Every chain is followed for a bounded number of steps.
 */
final class OleFile implements AutoCloseable {

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_HOPS = 200_000;
    private static final int LAST_SECTOR = 0xFFFFFFFA;
    private static final int SECTORS_IN_HEADER = 109;
    private static final int TINY_SECTOR = 64;
    private static final int TINY_LIMIT = 56;

    private final FileChannel channel;
    private final ByteBuffer header;
    private final int sectorSize;
    private final List<Entry> entries;

    /** A stream or storage. */
    record Entry(String name, boolean storage, int firstSector, long size) {}

    OleFile(Path file) throws IOException {
        channel = FileChannel.open(file);
        try {
            header = read(0, HEADER);
            int shift = header.getShort(30);
            if (shift != 9 && shift != 12) {
                throw new IOException("sector size of 2^" + shift);
            }
            sectorSize = 1 << shift;
            entries = directory();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    Optional<Entry> entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name.equalsIgnoreCase(name))
                .findFirst();
    }

    boolean has(String name) {
        return entry(name).isPresent();
    }

    /** The first bytes of a stream, {@value #TINY_SECTOR} at least. Tiny streams share the sectors of the root entry. */
    ByteBuffer start(Entry entry) throws IOException {
        if (entry.size >= header.getInt(TINY_LIMIT)) {
            return sector(entry.firstSector);
        }
        long offset = (long) entry.firstSector * TINY_SECTOR;
        if (offset / sectorSize > MOST_HOPS) {
            throw new IOException("tiny stream far outside");
        }
        int sector = entries.get(0).firstSector;
        for (long hops = offset / sectorSize; hops > 0; hops--) {
            sector = next(sector);
        }
        return sector(sector).slice((int) (offset % sectorSize), TINY_SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private List<Entry> directory() throws IOException {
        List<Entry> found = new ArrayList<>();
        int sector = header.getInt(48);
        while (Integer.compareUnsigned(sector, LAST_SECTOR) < 0 && found.size() < MOST_ENTRIES) {
            ByteBuffer bytes = sector(sector);
            for (int at = 0; at + ENTRY <= bytes.limit(); at += ENTRY) {
                found.add(entry(bytes, at));
            }
            sector = next(sector);
        }
        return List.copyOf(found);
    }

    private static Entry entry(ByteBuffer bytes, int at) {
        int nameBytes = Math.max(0, Math.min(64, bytes.getShort(at + 64)) - 2);
        byte[] name = new byte[nameBytes];
        bytes.get(at, name);
        boolean storage = bytes.get(at + 66) == 1;
        long size = bytes.getLong(at + 120) & 0xFFFFFFFFL;
        return new Entry(new String(name, StandardCharsets.UTF_16LE), storage, bytes.getInt(at + 116), size);
    }

    /** The sector after this one, by the allocation table. */
    private int next(int sector) throws IOException {
        int perTable = sectorSize / Integer.BYTES;
        int table = sector / perTable;
        ByteBuffer allocation = sector(tableSector(table));
        return allocation.getInt(sector % perTable * Integer.BYTES);
    }

    private int tableSector(int table) throws IOException {
        if (table < SECTORS_IN_HEADER) {
            return header.getInt(76 + table * Integer.BYTES);
        }
        int perSector = sectorSize / Integer.BYTES - 1;
        int hops = (table - SECTORS_IN_HEADER) / perSector;
        int at = header.getInt(68);
        for (int i = 0; i < hops && i < MOST_ENTRIES; i++) {
            at = sector(at).getInt(perSector * Integer.BYTES);
        }
        return sector(at).getInt((table - SECTORS_IN_HEADER) % perSector * Integer.BYTES);
    }

    private ByteBuffer sector(int number) throws IOException {
        return read((number + 1L) * sectorSize, sectorSize);
    }

    /** Bytes past the end of the file read as zero: the last sector may be short. */
    private ByteBuffer read(long position, int length) throws IOException {
        if (position < 0 || position >= channel.size()) {
            throw new IOException("sector outside the file");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // A channel may give less than asked for.
        }
        return buffer.position(0).limit(length);
    }
}
