package org.lecturehalls.media;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.media.contract.PackReady.PackedFile;

/**
 * The plain files that were made of a content.
 *
 * @param title what they call themselves
 * @param album of what the title is a part; empty when of nothing
 * @param prefix where they are
 */
record Packed(String title, String album, String prefix, List<PackedFile> files) {

    /** Of a checksum, so many digits make an address that no other version of the file has. */
    private static final int DIGITS = 16;

    private static final int LONGEST_NAME = 80;

    Stream<String> keys() {
        return files.stream().map(PackedFile::key);
    }

    long bytes() {
        return files.stream().mapToLong(PackedFile::bytes).sum();
    }

    boolean isCalled(String otherTitle, String otherAlbum) {
        return title.equals(otherTitle) && album.equals(otherAlbum);
    }

    /** The file with a name in addresses. */
    Optional<PackedFile> named(String name) {
        return files.stream().filter(file -> nameOf(file).equals(name)).findFirst();
    }

    /** As it is called in addresses: by what it is and what is in it, so that a copy can go on where it was broken off. */
    static String nameOf(PackedFile file) {
        return file.sha256().substring(0, DIGITS) + "." + endingOf(file.kind());
    }

    /** As people save it: by the title, without signs that some system does not take in names. */
    String savedAs(PackedFile file) {
        String whole = album.isEmpty() || album.equals(title) ? title : album + " - " + title;
        String clean = FileNames.shown(whole.replaceAll("[\\\\/:*?\"<>|]", " ")).replaceAll("\\s+", " ");
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length())));
        String bare = clean.substring(0, end).replaceAll("^[. ]+|[. ]+$", "");
        return (bare.isEmpty() ? "lesson" : bare) + "." + endingOf(file.kind());
    }

    static String typeOf(PackKind kind) {
        return kind == PackKind.VIDEO ? "video/mp4" : "audio/mp4";
    }

    private static String endingOf(PackKind kind) {
        return kind == PackKind.VIDEO ? "mp4" : "m4a";
    }
}
