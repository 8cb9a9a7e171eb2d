package org.lecturehalls.worker.video;

import java.util.List;
import org.lecturehalls.media.contract.SoundChoice;

/**
 * The filters between the decoder and the encoder of the sound: laid on the clock of the picture, gaps filled, and for speech
 * made clear and even, at about -16 LUFS (EBU R128) with true peaks below -1 dB.
 *
 * <p>One pass with a look-ahead, so that the beginning can be heard while the rest is still encoded. Against {@code loudnorm}
 * this costs a third, and it does not turn the hiss of a room in which nobody speaks into noise: no more than 35 dB are ever
 * added. It is more even, since that lifts each quarter of a minute to the same level.
 */
final class SoundFilters {

    private static final String ON_THE_CLOCK = "aresample=async=1:first_pts=0,aresample=48000";

    /** The same where reading begins in the middle: the clock of the first filter counts in samples of the source. */
    private static final String ON_THE_CLOCK_FROM = "aresample=async=1,aresample=48000,aresample=async=1:first_pts=%d";

    private static final List<String> SPEECH = List.of(
            "aformat=channel_layouts=mono",
            // Wind, steps and the hum of mains lie below voices.
            "highpass=f=80",
            // Takes out steady noise, gently. It is 25 ms late, which is corrected behind it.
            "apad=pad_len=1200,afftdn=nr=8:nf=-50:tn=1,atrim=start_sample=1200,asetpts=PTS-STARTPTS",
            // What is far below any voice is noise, and shall not be lifted with the voices.
            "agate=threshold=0.0025:ratio=2:range=0.1:attack=10:release=300:detection=rms",
            // The loudest half second of each 15 s comes to -26 dB, which leaves room for all peaks …
            "dynaudnorm=f=500:g=31:p=1:m=10:r=0.05:b=1",
            // … and from there to the level that is wanted, where peaks have to be held: AAC at this rate adds 3 dB to
            // some.
            "acompressor=threshold=0.06:ratio=2:attack=5:release=120:knee=4,volume=18dB",
            "alimiter=limit=0.6:level=0:latency=1:attack=2");

    private SoundFilters() {}

    /** On the way, the source's own sound is measured. */
    static String of(SoundChoice sound) {
        return split(ON_THE_CLOCK, SoundNotes.FILTERS, heard(sound));
    }

    /** Of a stretch of it; time begins anew with what is encoded. */
    static String of(SoundChoice sound, SoundChunk chunk) {
        if (chunk.whole()) {
            return of(sound);
        }
        String clock = chunk.first() ? ON_THE_CLOCK : ON_THE_CLOCK_FROM.formatted(chunk.firstSample());
        String from = "asetpts=PTS-STARTPTS";
        String own = "atrim=start_sample=" + chunk.startOfOwn();
        if (chunk.last()) {
            return split(clock + "," + from, own + "," + SoundNotes.FILTERS, heard(sound));
        }
        return split(
                clock + ",atrim=end_pts=" + chunk.endOfFiltered() + "," + from,
                own + ":end_sample=" + chunk.endOfOwn() + "," + SoundNotes.FILTERS,
                heard(sound) + ",atrim=end_sample=" + chunk.endOfEncoded());
    }

    private static String split(String before, String measured, String heard) {
        return before + ",asplit=2[heard][measured];[measured]" + measured + ";[heard]" + heard;
    }

    private static String heard(SoundChoice sound) {
        return sound == SoundChoice.MUSIC ? "anull" : String.join(",", SPEECH);
    }
}
