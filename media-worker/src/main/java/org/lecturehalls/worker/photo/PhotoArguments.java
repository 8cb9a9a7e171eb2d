package org.lecturehalls.worker.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.work.Workspace;

/** Arguments of the ffmpeg run that makes all sizes of a photo, without the program. Computes and runs nothing. */
final class PhotoArguments {

    /** By EXIF orientation from 1 on: what has to be done to see the picture upright. */
    private static final List<String> UPRIGHT = List.of(
            "null",
            "hflip",
            "hflip,vflip",
            "vflip",
            "transpose=cclock_flip",
            "transpose=clock",
            "transpose=clock_flip",
            "transpose=cclock");

    private PhotoArguments() {}

    static List<String> of(PhotoPlan plan, FileFormat format, int quality) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-nostdin", "-y", "-threads", "1"));
        arguments.addAll(List.of("-protocol_whitelist", "file", "-noautorotate"));
        arguments.addAll(List.of("-f", Objects.requireNonNull(format.demuxer()), "-i", "file:" + Workspace.SOURCE));
        arguments.addAll(List.of("-filter_complex", graph(plan)));
        for (int i = 0; i < plan.sizes().size(); i++) {
            arguments.addAll(output(i, plan.sizes().get(i), quality));
        }
        return List.copyOf(arguments);
    }

    private static List<String> output(int number, PhotoPlan.Size size, int quality) {
        List<String> arguments = new ArrayList<>(List.of("-map", "[o" + number + "]", "-frames:v", "1"));
        arguments.addAll(List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"));
        arguments.addAll(List.of("-c:v", "mjpeg", "-q:v", Integer.toString(quality)));
        arguments.addAll(List.of("-f", "image2", "-update", "1", "file:out/" + size.fileName()));
        return arguments;
    }

    /** Made small first and turned then, because the other way round needs many times the memory. */
    static String graph(PhotoPlan plan) {
        PhotoPlan.Size largest = plan.largest();
        boolean turned = plan.photo().turned();
        String stored = turned ? largest.height() + ":" + largest.width() : largest.width() + ":" + largest.height();
        StringBuilder graph = new StringBuilder(
                "[0:v]sidedata=mode=delete,metadata=mode=delete,scale=" + stored + ":flags=area+accurate_rnd,");
        if (plan.photo().transparent()) {
            graph.append("format=rgba,premultiply=inplace=1[p];color=white:size=")
                    .append(stored.replace(':', 'x'))
                    .append(":duration=1:rate=1[w];[w][p]overlay=alpha=premultiplied:format=rgb,");
        }
        graph.append(UPRIGHT.get(plan.photo().orientation() - 1)).append(",format=yuvj420p,setsar=1,split=");
        graph.append(plan.sizes().size());
        for (int i = 0; i < plan.sizes().size(); i++) {
            graph.append("[s").append(i).append(']');
        }
        for (int i = 0; i < plan.sizes().size(); i++) {
            PhotoPlan.Size size = plan.sizes().get(i);
            graph.append(";[s%d]scale=%d:%d:flags=lanczos[o%d]".formatted(i, size.width(), size.height(), i));
        }
        return graph.toString();
    }
}
