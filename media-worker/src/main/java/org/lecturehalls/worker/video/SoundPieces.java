package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a stretch of the sound. The first is stored in pieces while ffmpeg writes it, so that a long lecture can be heard from
 * the start; the pieces grow, so that there are few of them: 8 s, 16 s, … at most five minutes. Any other is one piece, without
 * an initialisation section, whose fragments are moved to where they belong in the whole.
 */
final class SoundPieces implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SoundPieces.class);
    private static final double FIRST_SECONDS = 8;
    private static final double LONGEST_SECONDS = 300;

    private final Path file;
    private final Workspace workspace;
    private final PartWork.Desk desk;
    private final SoundChunk chunk;
    private final List<SegmentedFile> stored = new ArrayList<>();
    private @Nullable FragmentReader reader;
    private int fragmentsStored;
    private double wanted = FIRST_SECONDS;

    SoundPieces(Workspace workspace, PartWork.Desk desk, SoundChunk chunk) {
        this.file = workspace.out().resolve(EncodePlan.AUDIO_FILE);
        this.workspace = workspace;
        this.desk = desk;
        this.chunk = chunk;
    }

    /** Stores a piece when there is enough for one. What fails now is tried again with the next piece. */
    void storeWhatIsThere() {
        try {
            if (chunk.first() && Files.isRegularFile(file)) {
                List<Fragment> rest = rest(advance());
                double seconds = rest.stream().mapToDouble(Fragment::seconds).sum();
                if (seconds >= wanted) {
                    store(rest);
                    wanted = Math.min(LONGEST_SECONDS, wanted * 2);
                }
            }
        } catch (IOException | WorkException e) {
            LOG.debug("A piece of the sound is not stored yet: {}", e.getMessage());
        }
    }

    /** The fragments of the stretch, when ffmpeg has ended. */
    List<Fragment> own() throws IOException, WorkException {
        if (!Files.isRegularFile(file)) {
            throw VideoParts.failed("the sound was not written");
        }
        return own(FragmentReader.read(file));
    }

    /** Stores what is left when ffmpeg has ended. */
    void storeRest() throws IOException, WorkException {
        List<Fragment> rest = rest(advance());
        if (!rest.isEmpty()) {
            store(rest);
        }
    }

    List<SegmentedFile> stored() {
        return List.copyOf(stored);
    }

    private FragmentedFile advance() throws IOException {
        FragmentReader open = reader;
        if (open == null) {
            open = FragmentReader.open(file);
            reader = open;
        }
        return open.advance();
    }

    private List<Fragment> rest(FragmentedFile read) {
        List<Fragment> own = own(read);
        return own.subList(fragmentsStored, own.size());
    }

    /** Without what was only made for the memory of filters and encoder. */
    private List<Fragment> own(FragmentedFile read) {
        List<Fragment> own = new ArrayList<>();
        long from = chunk.lead();
        long to = chunk.last() ? Long.MAX_VALUE : from + chunk.packets();
        long packet = 0;
        for (Fragment fragment : read.fragments()) {
            if (packet >= from && packet + fragment.samples() <= to) {
                own.add(fragment);
            }
            packet += fragment.samples();
        }
        return own;
    }

    private void store(List<Fragment> fragments) throws IOException, WorkException {
        int number = stored.size();
        Fragment first = fragments.get(0);
        long initBytes = chunk.first() && number == 0 ? first.offset() : 0;
        long from = first.offset() - initBytes;
        Fragment last = fragments.get(fragments.size() - 1);
        long to = last.offset() + last.length();
        Path piece = workspace.tmp().resolve(String.format("audio-%03d.m4a", number));
        FragmentCopy.of(file, initBytes, fragments, piece);
        if (!chunk.first()) {
            FragmentReader.move(piece, chunk.firstSample());
        }
        List<Segment> segments = fragments.stream()
                .map(fragment -> new Segment(fragment.seconds(), fragment.offset() - from, fragment.length()))
                .toList();
        SegmentedFile made = new SegmentedFile(piece.getFileName().toString(), to - from, initBytes, segments);
        desk.piece(number, piece, made);
        Files.delete(piece);
        stored.add(made);
        fragmentsStored += fragments.size();
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
