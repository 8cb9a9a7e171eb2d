package org.lecturehalls.worker.work;

import java.nio.file.Path;
import java.util.List;
import org.lecturehalls.media.contract.ChunkReady.ChunkRung;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.FilmTexts;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/** What was made of a part, with files in the workspace that are yet to be stored. Keys inside are file names. */
public sealed interface PartResult {

    /** All files to store; the object's name is the file's name. */
    default List<Path> files() {
        return List.of();
    }

    /** All rungs of a chunk. */
    record Chunk(List<ChunkRung> rungs, String frameHashes, FilmNotes notes, List<Path> files) implements PartResult {}

    /** The sound; its pieces are stored already. */
    record Sound(String codecs, int channels, List<SegmentedFile> pieces, FilmNotes notes) implements PartResult {}

    /**
     * The still pictures, and what the file brought along in words.
     *
     * @param poster the best of the posters
     */
    record Pictures(String poster, FilmPictures pictures, FilmTexts texts, List<Path> files) implements PartResult {}

    /** All excerpts can be decoded. */
    record Checked() implements PartResult {}

    /**
     * The source cannot be cut there.
     *
     * @param detail one English sentence
     */
    record Uncuttable(String detail) implements PartResult {}
}
