package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.video.VideoStream.DynamicRange;

class EncodeArgumentsTest {

    private static final FrameTiming STEADY = new FrameTiming(250, 25, 25, true, false);
    private static final String MEASURED = "asplit=2[heard][measured];[measured]asetnsamples=n=24000:p=0,"
            + "astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=Peak_level+RMS_level,"
            + "ametadata=mode=print:file=tmp/levels.txt,anullsink";
    private static final AudioStream SOUND = new AudioStream(1, 0, 10);

    @Test
    void encodesAllRungsAndTheSoundInOneRun() {
        EncodePlan plan = plan(FileFormat.MP4, picture(320, 240, false, DynamicRange.STANDARD, false), SOUND);

        assertThat(EncodeArguments.of(plan))
                .isEqualTo(
                        words(
                                "-hide_banner -nostdin -v error -y -progress pipe:1 -stats_period 1 -copyts -start_at_zero"
                                        + " -max_error_rate 1 -protocol_whitelist file -f mov -reinit_filter:v 0 -i file:source"
                                        + " -filter_complex"
                                        + " [0:0]fps=fps=25/1:start_time=0,scale=w=320:h=240:flags=bicubic:out_range=tv,format=yuv420p,setsar=1,"
                                        + "split=2[240p][below240p];"
                                        + "[below240p]scale=w=192:h=144:flags=bicubic,setsar=1,split=2[144p][below144p];"
                                        + "[below144p]select='eq((n+0),0)+gt(floor((n+0)*1/25),floor(((n+0)-1)*1/25))',"
                                        + "scale=w=160:h=120:flags=bicubic,setsar=1,"
                                        + "scale=out_color_matrix=bt601:out_range=pc,format=yuv420p[small]"
                                        + rung("144p", 28, 90)
                                        + rung("240p", 28, 120)
                                        + " -map [small] -fps_mode passthrough -c:v rawvideo -f rawvideo file:tmp/small.yuv"
                                        + " -map 0:1 -af aresample=async=1:first_pts=0,aresample=48000," + MEASURED
                                        + ";[heard]anull -c:a aac -b:a 48k -ac 1 -ar 48000"
                                        + " -flags +bitexact -movflags +empty_moov+default_base_moof+delay_moov+skip_trailer"
                                        + " -frag_duration 4000000 -map_metadata -1 -map_chapters -1 -fflags +bitexact -f mp4 file:out/audio.m4a"));
    }

    @Test
    void encodesOneRungOfAChunkAgainInTheSameSteps() {
        EncodePlan plan = plan(FileFormat.MP4, picture(320, 240, false, DynamicRange.STANDARD, false), SOUND);
        Rung better = plan.rungs().get(0).with(24);

        assertThat(EncodeArguments.again(plan, new Chunk(300, 1500, false), better))
                .isEqualTo(words(
                        "-hide_banner -nostdin -v error -y -progress pipe:1 -stats_period 1 -copyts -start_at_zero"
                                + " -max_error_rate 1 -protocol_whitelist file -f mov -noaccurate_seek -ss 12.000000"
                                + " -reinit_filter:v 0 -i file:source -filter_complex"
                                + " [0:0]fps=fps=25/1:start_time=12.000000,trim=end_pts=1800,"
                                + "scale=w=320:h=240:flags=bicubic:out_range=tv,format=yuv420p,setsar=1,"
                                + "split=2[240p][below240p];"
                                + "[below240p]scale=w=192:h=144:flags=bicubic,setsar=1,split=2[144p][below144p];"
                                + "[240p]nullsink;[below144p]nullsink"
                                + rung("144p", 24, 90).replace("skip_trailer", "skip_trailer+frag_discont")));
    }

    @Test
    void comparesExcerptsWithWhatTheirEncodersWereGiven() {
        EncodePlan plan = plan(FileFormat.MP4, picture(192, 144, false, DynamicRange.STANDARD, false), SOUND);

        assertThat(EncodeArguments.comparison(plan, new Chunk(100, 10, false)))
                .isEqualTo(words(
                        "-hide_banner -nostdin -v error -y -progress pipe:1 -stats_period 1 -copyts -start_at_zero"
                                + " -max_error_rate 1 -protocol_whitelist file -f mov -noaccurate_seek -ss 4.000000"
                                + " -reinit_filter:v 0 -i file:source"
                                + " -protocol_whitelist file -f mov -i file:tmp/quality-144p.mp4 -filter_complex"
                                + " [0:0]fps=fps=25/1:start_time=4.000000,trim=end_pts=110,"
                                + "scale=w=192:h=144:flags=bicubic:out_range=tv,format=yuv420p,setsar=1,"
                                + "split=2[144p][below144p];[below144p]nullsink;"
                                + "[1:v]trim=end_frame=10,settb=1/25,setpts=N[made144p];"
                                + "[144p]settb=1/25,setpts=N,split=2[given144p][same144p];"
                                + "[made144p][given144p]ssim=stats_file=tmp/ssim-144p.txt[seen144p];"
                                + "[seen144p][same144p]psnr=stats_file=tmp/psnr-144p.txt[compared144p]"
                                + " -map [compared144p] -fps_mode passthrough -f null -"));
    }

    @Test
    void encodesSoundAloneWithoutAnyFilterOfPictures() {
        List<String> arguments = EncodeArguments.of(plan(FileFormat.MP3, null, new AudioStream(0, 0, 10)));

        assertThat(arguments)
                .contains("mp3", "0:0", "file:out/audio.m4a")
                .doesNotContain("-filter_complex", "libx264", "mjpeg");
    }

    @Test
    void takesTheSoundThatIsToBeHeard() {
        AudioStream desk = new AudioStream(3, 0, 10);
        EncodePlan plan = plan(FileFormat.MP4, picture(320, 240, false, DynamicRange.STANDARD, false), desk);

        assertThat(String.join(" ", EncodeArguments.of(plan)))
                .contains(" -map 0:3 -af ")
                .doesNotContain("-map 0:1");
        assertThat(String.join(" ", EncodeArguments.sound(plan, desk, new SoundChunk(0, 0, false))))
                .contains(" -vn -flush_packets 1 -map 0:3 -af ");
    }

    @Test
    void asksSoundsForTheirWordsOnly() {
        assertThat(ProbeArguments.soundWords("mov"))
                .isEqualTo(words("-v error -protocol_whitelist file -f mov -select_streams a"
                        + " -show_entries stream=index:stream_tags=language,title -of json file:source"));
    }

    @Test
    void makesSpeechEvenOnTheClockOfThePicture() {
        Inspection source = new Inspection(FileFormat.MP3, 0, null, new AudioStream(0, 0, 10), List.of());

        List<String> arguments = EncodeArguments.of(EncodePlan.of(source, SoundChoice.SPEECH, false, 3));

        assertThat(arguments.get(arguments.indexOf("-af") + 1))
                .isEqualTo("aresample=async=1:first_pts=0,aresample=48000," + MEASURED
                        + ";[heard]aformat=channel_layouts=mono,highpass=f=80,"
                        + "apad=pad_len=1200,afftdn=nr=8:nf=-50:tn=1,atrim=start_sample=1200,asetpts=PTS-STARTPTS,"
                        + "agate=threshold=0.0025:ratio=2:range=0.1:attack=10:release=300:detection=rms,"
                        + "dynaudnorm=f=500:g=31:p=1:m=10:r=0.05:b=1,"
                        + "acompressor=threshold=0.06:ratio=2:attack=5:release=120:knee=4,volume=18dB,"
                        + "alimiter=limit=0.6:level=0:latency=1:attack=2");
    }

    @Test
    void letsFfmpegMendTheTimeStampsOfBroadcastRecordings() {
        List<String> arguments = EncodeArguments.of(
                plan(FileFormat.MPEG_TS, picture(320, 240, false, DynamicRange.STANDARD, false), SOUND));

        assertThat(arguments).contains("mpegts").doesNotContain("-copyts", "-start_at_zero");
    }

    @Test
    void deinterlacesOnlyWhatIsInterlaced() {
        assertThat(graph(picture(320, 240, true, DynamicRange.STANDARD, false)))
                .startsWith("[0:0]bwdif=mode=send_frame:parity=auto:deint=interlaced,fps=");
        assertThat(graph(picture(320, 240, false, DynamicRange.STANDARD, false)))
                .doesNotContain("bwdif");
    }

    @Test
    void mapsHdrAtTheSizeOfTheLargestRung() {
        assertThat(graph(picture(3840, 2160, false, DynamicRange.PQ, false)))
                .contains("zscale=w=1280:h=720:tin=smpte2084:pin=2020:min=2020_ncl:t=linear:npl=100,format=gbrpf32le,"
                        + "zscale=p=709,tonemap=tonemap=hable:desat=0,zscale=t=709:m=709:r=limited,format=yuv420p");
    }

    @Test
    void saysWhichColoursAreMeantWhenHdPicturesDoNotSay() {
        assertThat(graph(picture(1280, 720, false, DynamicRange.STANDARD, true)))
                .contains("setparams=color_primaries=bt709");
    }

    @Test
    void neverNamesAnythingThatAPersonChose() {
        List<String> inputs =
                EncodeArguments.of(plan(FileFormat.MP4, picture(320, 240, false, DynamicRange.STANDARD, false), SOUND));

        assertThat(inputs.get(inputs.indexOf("-i") + 1)).isEqualTo("file:source");
        assertThat(inputs.get(inputs.indexOf("-protocol_whitelist") + 1)).isEqualTo("file");
    }

    private static String graph(VideoStream video) {
        return FilterGraph.of(plan(FileFormat.MP4, video, SOUND), video);
    }

    private static EncodePlan plan(FileFormat format, @Nullable VideoStream video, AudioStream audio) {
        return EncodePlan.of(new Inspection(format, 0, video, audio, List.of()), SoundChoice.MUSIC, false, 3);
    }

    private static VideoStream picture(
            int width, int height, boolean interlaced, DynamicRange range, boolean untagged) {
        return new VideoStream(0, "h264", width, height, interlaced, range, untagged, 0, 10, STEADY);
    }

    private static String rung(String name, int quality, int kilobits) {
        return " -map [" + name + "] -c:v libx264 -preset veryfast -pix_fmt yuv420p -threads 3 -crf " + quality
                + " -x264-params stitchable=1 -maxrate "
                + kilobits + "k -bufsize " + kilobits + "k -g 100 -keyint_min 100 -sc_threshold 0 -flags +cgop+bitexact"
                + " -fps_mode passthrough -movflags +empty_moov+default_base_moof+delay_moov+skip_trailer+frag_keyframe"
                + " -avoid_negative_ts disabled -map_metadata -1 -map_chapters -1 -fflags +bitexact -f mp4 file:out/"
                + name
                + ".mp4";
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }
}
