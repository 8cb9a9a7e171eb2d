package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.worker.work.Workspace;

/** Arguments of every ffprobe run, without the program. Computes and runs nothing. */
final class ProbeArguments {

    /** Packets that are decoded to see what a stream really holds. */
    static final int FEW_PACKETS = 12;

    /** The same where an edit list skips the first ones. */
    static final int MANY_PACKETS = 1200;

    private static final String SOURCE = "file:" + Workspace.SOURCE;

    private ProbeArguments() {}

    /** Streams and container, one line each, without any text that a person could have put there. */
    static List<String> streams(String demuxer) {
        return source(
                demuxer,
                "-show_entries",
                "format=nb_streams,format_name,start_time,duration,size:"
                        + "stream=index,codec_type,codec_name,width,height,r_frame_rate,avg_frame_rate,channels,sample_rate:"
                        + "stream_disposition=default,attached_pic,timed_thumbnails:stream_side_data=side_data_type,rotation",
                "-of",
                "compact");
    }

    /** Chapters and what streams say of themselves, as JSON, in which no text can look like anything else. */
    static List<String> texts(String demuxer) {
        return source(
                demuxer,
                "-show_entries",
                "chapter=start_time:chapter_tags=title:stream=index,codec_name:stream_tags=language,title:"
                        + "stream_disposition=default",
                "-of",
                "json");
    }

    /** What sounds say of themselves, as JSON, in which no text can look like anything else. */
    static List<String> soundWords(String demuxer) {
        return source(
                demuxer,
                "-select_streams",
                "a",
                "-show_entries",
                "stream=index:stream_tags=language,title",
                "-of",
                "json");
    }

    /** One line for each packet of the file. */
    static List<String> packets(String demuxer) {
        return source(
                demuxer,
                "-show_entries",
                "packet=stream_index,pts_time,dts_time,duration_time,flags",
                "-of",
                "compact=p=0:nk=1");
    }

    /** One line for each of the first frames of a stream that can be decoded. */
    static List<String> firstFrames(String demuxer, int stream, int packets) {
        return source(
                demuxer,
                "-select_streams",
                Integer.toString(stream),
                "-read_intervals",
                "%+#" + packets,
                "-show_entries",
                "frame=width,height,sample_aspect_ratio,interlaced_frame,color_range,color_space,color_transfer,channels",
                "-of",
                "compact=p=0");
    }

    /** Kind, size and number of packets of a finished rendition. */
    static List<String> rendition(String file) {
        return own(file, "-count_packets", "stream=codec_type,codec_name,width,height,nb_read_packets");
    }

    /** Number of frames that can really be decoded in an excerpt of a rendition. */
    static List<String> decoded(String file) {
        return own(file, "-count_frames", "stream=nb_read_frames");
    }

    private static List<String> own(String file, String count, String entries) {
        return List.of(
                "-v",
                "error",
                "-protocol_whitelist",
                "file",
                "-f",
                "mov",
                count,
                "-show_entries",
                entries,
                "-of",
                "compact=p=0",
                "file:" + file);
    }

    private static List<String> source(String demuxer, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-protocol_whitelist", "file", "-f", demuxer));
        arguments.addAll(List.of(options));
        arguments.add(SOURCE);
        return arguments;
    }
}
