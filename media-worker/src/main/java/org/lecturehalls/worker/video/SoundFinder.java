package org.lecturehalls.worker.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.worker.video.Sounds.Sound;
import org.lecturehalls.worker.work.WorkException;

/**
 * Finds the sounds of a source that can really be decoded.
 *
 * @param demuxer that the source is forced through
 * @param words what the file says of its sounds
 */
record SoundFinder(Ffprobe ffprobe, String demuxer, Map<Integer, SoundWords> words) {

    /** A sound as the header lists it, and which of the sounds it is. */
    private record Listed(int index, ProbeLine stream) {}

    /** @param streams all of the source, as {@link ProbeArguments#streams} lists them */
    Sounds find(List<ProbeLine> streams, PacketScan packets) throws IOException, WorkException {
        List<Listed> usable = usable(listed(streams), packets);
        if (usable.isEmpty()) {
            return new Sounds(List.of());
        }
        int usual = usable.get(0).index();
        return new Sounds(usable.stream()
                .sorted(Comparator.comparingInt(Listed::index))
                .map(each -> sound(each, packets, each.index() == usual))
                .toList());
    }

    private static List<Listed> listed(List<ProbeLine> streams) {
        List<Listed> listed = new ArrayList<>();
        for (ProbeLine stream : streams) {
            if (stream.text("codec_type").equals("audio")) {
                listed.add(new Listed(listed.size(), stream));
            }
        }
        // The usual one is the default one if it can be decoded, else the first that can.
        listed.sort(Comparator.comparing(each -> !each.stream().flag("disposition:default")));
        return listed;
    }

    private List<Listed> usable(List<Listed> listed, PacketScan packets) throws IOException, WorkException {
        FirstFrames frames = new FirstFrames(ffprobe, demuxer);
        List<Listed> usable = new ArrayList<>();
        for (Listed each : listed) {
            int stream = each.stream().number("index");
            boolean known = !each.stream().text("codec_name").isEmpty()
                    && packets.of(stream).packets() > 0;
            if (known && usable.size() < SoundTrack.MOST && !frames.of(stream).isEmpty()) {
                usable.add(each);
            }
        }
        return usable;
    }

    private Sound sound(Listed listed, PacketScan packets, boolean usual) {
        ProbeLine stream = listed.stream();
        int number = stream.number("index");
        StreamTiming timing = packets.of(number);
        SoundWords said = words.getOrDefault(number, SoundWords.NONE);
        SoundTrack track = new SoundTrack(
                listed.index(),
                said.language(),
                said.title(),
                stream.text("codec_name"),
                Math.max(0, stream.number("channels")),
                seconds(timing),
                usual);
        return new Sound(new AudioStream(number, timing.first(), timing.end()), track);
    }

    private static @Nullable Double seconds(StreamTiming timing) {
        double seconds = Math.round((timing.end() - timing.first()) * 1000) / 1000.0;
        return seconds > 0 ? seconds : null;
    }
}
