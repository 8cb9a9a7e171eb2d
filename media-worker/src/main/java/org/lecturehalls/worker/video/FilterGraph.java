package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.video.VideoStream.DynamicRange;

/**
 * The filters between the decoder and the encoders: decoded once, put on the frame grid, and scaled in a cascade, each rung
 * from the next larger one, which costs about a seventh less than scaling each from the source.
 */
final class FilterGraph {

    /** Where small pictures come out. */
    static final String SMALL = "small";

    /** Where rungs come out that were compared, before their names. */
    static final String COMPARED = "compared";

    /** Pictures that belong together are told by their number. */
    private static final String IN_STEP = "settb=1/25,setpts=N";

    private FilterGraph() {}

    /** All rungs of the whole picture. */
    static String of(EncodePlan plan, VideoStream video) {
        return cascade(plan, video, rhythm(plan, null), 0);
    }

    /**
     * All rungs of a chunk. Frames before its start, which the decoder needs, are dropped when they are put on the grid; behind
     * the grid, time stamps count frames.
     */
    static String of(EncodePlan plan, VideoStream video, Chunk chunk) {
        return cascade(plan, video, rhythm(plan, chunk), chunk.firstFrame());
    }

    /** Onto the frame grid; of a chunk only its frames. */
    private static String rhythm(EncodePlan plan, @Nullable Chunk chunk) {
        String start = chunk == null || chunk.first() ? "0" : plan.grid().seconds(chunk.firstFrame());
        String rhythm = "fps=fps=" + plan.grid().fraction() + ":start_time=" + start;
        return chunk == null || chunk.last() ? rhythm : rhythm + ",trim=end_pts=" + chunk.endFrame();
    }

    /** One rung alone, of a chunk or of the whole, scaled in the same steps as beside all others. */
    static String of(EncodePlan plan, VideoStream video, @Nullable Chunk chunk, Rung wanted) {
        List<String> chains = steps(plan, video, rhythm(plan, chunk));
        plan.rungs().stream()
                .map(Rung::name)
                .filter(name -> !name.equals(wanted.name()))
                .forEach(name -> chains.add("[" + name + "]nullsink"));
        chains.add(smallest(plan) + "nullsink");
        return String.join(";", chains);
    }

    /**
     * Frames of each rung beside what its encoder was given. Files of rungs are the inputs behind the source, in the plan's
     * order, and begin with the excerpt's first frame.
     */
    static String compared(EncodePlan plan, VideoStream video, Chunk excerpt) {
        List<String> chains = steps(plan, video, rhythm(plan, excerpt));
        chains.add(smallest(plan) + "nullsink");
        for (int i = 0; i < plan.rungs().size(); i++) {
            String name = plan.rungs().get(i).name();
            String excerpted = "[" + (i + 1) + ":v]trim=end_frame=" + excerpt.frames() + ",";
            chains.add(excerpted + IN_STEP + "[made" + name + "]");
            chains.add("[" + name + "]" + IN_STEP + ",split=2[given" + name + "][same" + name + "]");
            chains.add("[made" + name + "][given" + name + "]ssim=stats_file=" + QualityStats.ssim(name) + "[seen"
                    + name + "]");
            chains.add("[seen" + name + "][same" + name + "]psnr=stats_file=" + QualityStats.psnr(name) + "[" + COMPARED
                    + name + "]");
        }
        return String.join(";", chains);
    }

    /** A single picture; of a rendition when there is no source's picture to set upright. */
    static String still(@Nullable VideoStream video, Rung size) {
        return video == null ? scale(size) + ",setsar=1" : fromSource(video, size, "null");
    }

    private static String cascade(EncodePlan plan, VideoStream video, String rhythm, long firstFrame) {
        List<String> chains = steps(plan, video, rhythm);
        chains.add(smallest(plan) + SmallPictures.filters(plan, firstFrame) + "[" + SMALL + "]");
        return String.join(";", chains);
    }

    /** The largest rung from the source, each other one from the next larger; what is left comes out below the smallest. */
    private static List<String> steps(EncodePlan plan, VideoStream video, String rhythm) {
        List<Rung> rungs = plan.rungs();
        List<String> chains = new ArrayList<>();
        String input = "[0:" + video.index() + "]";
        for (int i = rungs.size() - 1; i >= 0; i--) {
            Rung rung = rungs.get(i);
            boolean largest = i == rungs.size() - 1;
            String filters = largest ? fromSource(video, rung, rhythm) : scale(rung) + ",setsar=1";
            chains.add(input + filters + ",split=2[" + rung.name() + "]" + below(rung));
            input = below(rung);
        }
        return chains;
    }

    private static String smallest(EncodePlan plan) {
        return below(plan.rungs().get(0));
    }

    private static String below(Rung rung) {
        return "[below" + rung.name() + "]";
    }

    private static String fromSource(VideoStream video, Rung rung, String rhythm) {
        List<String> filters = new ArrayList<>();
        if (video.interlaced()) {
            filters.add("bwdif=mode=send_frame:parity=auto:deint=interlaced");
        }
        filters.add(rhythm);
        filters.addAll(video.range() == DynamicRange.STANDARD ? standard(video, rung) : toneMapped(video, rung));
        filters.add("setsar=1");
        return String.join(",", filters);
    }

    private static List<String> standard(VideoStream video, Rung rung) {
        List<String> filters = new ArrayList<>();
        if (video.untaggedHd()) {
            // Players guess colours by the size of the picture, and would guess otherwise for the small rungs.
            filters.add("setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709");
        }
        filters.add(scale(rung) + ":out_range=tv");
        filters.add("format=yuv420p");
        return filters;
    }

    /** HDR to SDR: to linear light, BT.709 primaries, the Hable curve, and back. */
    private static List<String> toneMapped(VideoStream video, Rung rung) {
        return List.of(
                "zscale=w=" + rung.width() + ":h=" + rung.height() + ":tin="
                        + video.range().transfer() + ":pin=2020:min=2020_ncl:t=linear:npl=100",
                "format=gbrpf32le",
                "zscale=p=709",
                "tonemap=tonemap=hable:desat=0",
                "zscale=t=709:m=709:r=limited",
                "format=yuv420p");
    }

    private static String scale(Rung rung) {
        return "scale=w=" + rung.width() + ":h=" + rung.height() + ":flags=bicubic";
    }
}
