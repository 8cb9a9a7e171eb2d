package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/**
 * Checks one finished file before anybody hears of it: kind and size of the stream, every packet counted, and the first, the
 * last and some other fragment really decoded.
 */
final class RenditionCheck {

    private static final String EXCERPT = "tmp/excerpt-";

    private final Ffprobe ffprobe;
    private final Workspace workspace;

    RenditionCheck(Ffprobe ffprobe, Workspace workspace) {
        this.ffprobe = ffprobe;
        this.workspace = workspace;
    }

    /**
     * Decodes the first and some other fragment of a rung that is still being written.
     *
     * @return false when less than that is there by now
     */
    boolean begun(Rung rung) throws IOException, WorkException {
        Path path = workspace.out().resolve(rung.fileName());
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (FragmentReader reader = FragmentReader.open(path)) {
            FragmentedFile written = reader.advance();
            List<Fragment> fragments = written.fragments();
            if (fragments.size() < 2) {
                return false;
            }
            int other = ThreadLocalRandom.current().nextInt(1, fragments.size());
            decode(rung.fileName(), written, List.of(fragments.get(0), fragments.get(other)));
            return true;
        }
    }

    /** @param begun whether {@link #begun} has decoded its part */
    FragmentedFile rung(Rung rung, boolean begun) throws IOException, WorkException {
        FragmentedFile file = read(rung.fileName());
        ProbeLine stream = stream(rung.fileName(), file, begun ? last(file) : some(file));
        boolean asPlanned = stream.text("codec_name").equals("h264")
                && stream.number("width") == rung.width()
                && stream.number("height") == rung.height();
        require(asPlanned, rung.fileName() + " is not the planned picture");
        return file;
    }

    FragmentedFile audio() throws IOException, WorkException {
        FragmentedFile file = read(EncodePlan.AUDIO_FILE);
        ProbeLine stream = stream(EncodePlan.AUDIO_FILE, file, some(file));
        require(stream.text("codec_name").equals("aac"), "the audio is not AAC");
        return file;
    }

    private FragmentedFile read(String name) throws IOException, WorkFailedException {
        Path path = workspace.out().resolve(name);
        require(Files.isRegularFile(path), name + " was not written");
        FragmentedFile file = FragmentReader.read(path);
        require(!file.fragments().isEmpty(), name + " has no fragment");
        return file;
    }

    private ProbeLine stream(String name, FragmentedFile file, List<Fragment> decoded)
            throws IOException, WorkException {
        List<ProbeLine> streams = ffprobe.read(ProbeArguments.rendition("out/" + name));
        require(streams.size() == 1, name + " has " + streams.size() + " streams");
        ProbeLine stream = streams.get(0);
        require(
                stream.number("nb_read_packets") == file.samples(),
                name + " has " + stream.number("nb_read_packets") + " packets instead of " + file.samples());
        decode(name, file, decoded);
        return stream;
    }

    private void decode(String name, FragmentedFile file, List<Fragment> some) throws IOException, WorkException {
        long expected = some.stream().mapToLong(Fragment::samples).sum();
        String excerpt = EXCERPT + name;
        FragmentCopy.of(
                workspace.out().resolve(name),
                file.initBytes(),
                some,
                workspace.folder().resolve(excerpt));
        List<ProbeLine> streams = ffprobe.read(ProbeArguments.decoded(excerpt));
        long decoded = streams.isEmpty() ? 0 : streams.get(0).number("nb_read_frames");
        // The first packet of sound only primes the decoder.
        boolean all = decoded == expected || file.codec().isEmpty() && decoded == expected - 1;
        require(all, "only " + decoded + " of " + expected + " frames of " + name + " can be decoded");
    }

    /** Some other, so that a fault in the middle is found sooner or later, whatever it has to do with its place. */
    private static List<Fragment> some(FragmentedFile file) {
        List<Fragment> fragments = file.fragments();
        int last = fragments.size() - 1;
        SortedSet<Integer> numbers = new TreeSet<>(List.of(0));
        numbers.add(last);
        numbers.add(last > 1 ? ThreadLocalRandom.current().nextInt(1, last) : last);
        return numbers.stream().map(fragments::get).toList();
    }

    private static List<Fragment> last(FragmentedFile file) {
        return List.of(file.fragments().get(file.fragments().size() - 1));
    }

    private static void require(boolean condition, String problem) throws WorkFailedException {
        if (!condition) {
            throw new WorkFailedException("Verification failed: " + problem + ".");
        }
    }
}
