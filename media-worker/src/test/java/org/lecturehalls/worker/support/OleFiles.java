package org.lecturehalls.worker.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes OLE2 files: real ones with LibreOffice, and empty ones with a given directory. */
public final class OleFiles {

    private static final int SECTOR = 512;

    private OleFiles() {}

    /** A doc file that LibreOffice wrote. */
    public static Path wordDocument(Path folder, String text) throws IOException, InterruptedException {
        Path source = Documents.openDocument(folder.resolve("old.odt"), text);
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "doc:MS Word 97",
                        "--outdir",
                        folder.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return folder.resolve("old.doc");
    }

    /** Header, one sector of allocation table, one of directory. */
    public static Path withEntries(Path file, String... names) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(3 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, 0xE11AB1A1E011CFD0L);
        bytes.putShort(30, (short) 9);
        bytes.putInt(44, 1);
        bytes.putInt(48, 1);
        bytes.putInt(68, -2);
        for (int i = 0; i < 109; i++) {
            bytes.putInt(76 + 4 * i, i == 0 ? 0 : -1);
        }
        bytes.putInt(SECTOR, -3);
        bytes.putInt(SECTOR + 4, -2);
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i].getBytes(StandardCharsets.UTF_16LE);
            int at = 2 * SECTOR + 128 * i;
            bytes.put(at, name);
            bytes.putShort(at + 64, (short) (name.length + 2));
            bytes.put(at + 66, (byte) 2);
        }
        return Files.write(file, bytes.array());
    }
}
