package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/**
 * Checks one finished file before anybody hears of it: kind and size of the stream, every packet counted, and the first and
 * the last fragment really decoded.
 */
final class RenditionCheck {

    private static final String EXCERPT = "tmp/excerpt.mp4";

    private final Ffprobe ffprobe;
    private final Workspace workspace;

    RenditionCheck(Ffprobe ffprobe, Workspace workspace) {
        this.ffprobe = ffprobe;
        this.workspace = workspace;
    }

    FragmentedFile rung(Rung rung) throws IOException, WorkException {
        FragmentedFile file = read(rung.fileName());
        ProbeLine stream = stream(rung.fileName(), file);
        boolean asPlanned = stream.text("codec_name").equals("h264")
                && stream.number("width") == rung.width()
                && stream.number("height") == rung.height();
        require(asPlanned, rung.fileName() + " is not the planned picture");
        return file;
    }

    FragmentedFile audio() throws IOException, WorkException {
        FragmentedFile file = read(EncodePlan.AUDIO_FILE);
        ProbeLine stream = stream(EncodePlan.AUDIO_FILE, file);
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

    private ProbeLine stream(String name, FragmentedFile file) throws IOException, WorkException {
        List<ProbeLine> streams = ffprobe.read(ProbeArguments.rendition("out/" + name));
        require(streams.size() == 1, name + " has " + streams.size() + " streams");
        ProbeLine stream = streams.get(0);
        require(
                stream.number("nb_read_packets") == file.samples(),
                name + " has " + stream.number("nb_read_packets") + " packets instead of " + file.samples());
        decode(name, file);
        return stream;
    }

    private void decode(String name, FragmentedFile file) throws IOException, WorkException {
        List<Fragment> fragments = file.fragments();
        Fragment first = fragments.get(0);
        Fragment last = fragments.get(fragments.size() - 1);
        long expected = first == last ? first.samples() : first.samples() + last.samples();
        excerpt(workspace.out().resolve(name), file.initBytes(), first == last ? List.of(first) : List.of(first, last));
        List<ProbeLine> streams = ffprobe.read(ProbeArguments.decoded(EXCERPT));
        long decoded = streams.isEmpty() ? 0 : streams.get(0).number("nb_read_frames");
        // The first packet of sound only primes the decoder.
        boolean all = decoded == expected || file.codec().isEmpty() && decoded == expected - 1;
        require(all, "only " + decoded + " of " + expected + " frames of " + name + " can be decoded");
    }

    private void excerpt(Path rendition, long initBytes, List<Fragment> fragments) throws IOException {
        Path excerpt = workspace.folder().resolve(EXCERPT);
        try (FileChannel in = FileChannel.open(rendition);
                FileChannel out = FileChannel.open(
                        excerpt,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            copy(in, out, 0, initBytes);
            for (Fragment fragment : fragments) {
                copy(in, out, fragment.offset(), fragment.length());
            }
        }
    }

    private static void copy(FileChannel in, FileChannel out, long from, long length) throws IOException {
        long done = 0;
        while (done < length) {
            done += in.transferTo(from + done, length - done, out);
        }
    }

    private static void require(boolean condition, String problem) throws WorkFailedException {
        if (!condition) {
            throw new WorkFailedException("Verification failed: " + problem + ".");
        }
    }
}
