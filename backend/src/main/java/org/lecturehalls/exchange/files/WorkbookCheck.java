package org.lecturehalls.exchange.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a workbook before it is read. The reader believes what a cell says of its place and makes room up to
 * there, and turns any row of digits into a number: a file of a few bytes could take all memory or an hour.
 */
final class WorkbookCheck {

    /** A workbook of 100,000 rows unpacks to about a third of this. */
    static final long MAX_UNPACKED_BYTES = 128L << 20;

    /** The last column of Excel is XFD. */
    private static final int MAX_COLUMN_LETTERS = 3;

    private static final int MAX_CELLS_IN_ROW = 16_384;
    private static final int MAX_NUMBER_LENGTH = 32_767;

    private final XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
    private long unpacked;

    private WorkbookCheck() {
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @throws UnreadableTableException when the file is no workbook that can be read safely */
    static void check(Path file) throws IOException {
        WorkbookCheck check = new WorkbookCheck();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = check.counted(zip.getInputStream(entries.nextElement()))) {
                    check.look(in);
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    /** What has no element is a picture or the like. */
    private void look(InputStream in) throws IOException {
        boolean begun = false;
        try {
            XMLStreamReader xml = parsers.createXMLStreamReader(in);
            Place place = new Place();
            while (xml.hasNext()) {
                int event = xml.next();
                begun |= event == XMLStreamConstants.START_ELEMENT;
                place.see(event, xml);
            }
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof UnreadableTableException refused) {
                throw refused;
            }
            if (begun) {
                throw new UnreadableTableException("no-workbook", malformed);
            }
        }
    }

    /** What the archive says of its own sizes may be a lie, so the bytes are counted. */
    private InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            /** The parser closes what it has read; the archive closes the rest. */
            @Override
            public void close() {}

            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int got = super.read(into, offset, length);
                count(Math.max(0, got));
                return got;
            }
        };
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > MAX_UNPACKED_BYTES) {
            throw new UnreadableTableException("unpacks-too-large");
        }
    }

    /** Where in a sheet the parser is. */
    private static final class Place {

        private int cells;
        private int length = -1;

        void see(int event, XMLStreamReader xml) {
            switch (event) {
                case XMLStreamConstants.DTD -> throw new UnreadableTableException("no-workbook");
                case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName(), xml.getAttributeValue(null, "r"));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(xml.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> length = -1;
                default -> {}
            }
        }

        private void begin(String name, @Nullable String reference) {
            length = name.equals("v") ? 0 : -1;
            if (name.equals("row")) {
                cells = 0;
            } else if (name.equals("c")) {
                cells++;
                refuseWide(reference);
            }
        }

        private void refuseWide(@Nullable String reference) {
            long letters = reference == null
                    ? 0
                    : reference.chars().filter(Character::isLetter).count();
            if (letters > MAX_COLUMN_LETTERS || cells > MAX_CELLS_IN_ROW) {
                throw new UnreadableTableException("too-many-columns");
            }
        }

        private void add(int characters) {
            if (length >= 0) {
                length += characters;
            }
            if (length > MAX_NUMBER_LENGTH) {
                throw new UnreadableTableException("cell-too-long");
            }
        }
    }
}
