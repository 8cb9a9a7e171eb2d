package org.lecturehalls.worker.video;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.worker.work.RefusedException;

/**
 * The sounds of a source that can be heard.
 *
 * @param found in the order of the file; empty when there is none
 */
record Sounds(List<Sound> found) {

    /** A sound as it is decoded, and as people are told of it. */
    record Sound(AudioStream stream, SoundTrack track) {}

    /**
     * The one to be heard; null when there is none and none was wanted.
     *
     * @param wanted which of the file's sounds, from 0; null for the usual one
     * @throws RefusedException when the wanted one is not there
     */
    @Nullable
    AudioStream heard(@Nullable Integer wanted) throws RefusedException {
        Optional<AudioStream> heard = found.stream()
                .filter(sound ->
                        wanted == null ? sound.track().usual() : sound.track().index() == wanted)
                .map(Sound::stream)
                .findFirst();
        if (heard.isEmpty() && wanted != null) {
            throw new RefusedException(
                    RefusalCode.NO_SUCH_SOUND_TRACK,
                    "Sound " + wanted + " is wanted; there are "
                            + tracks().stream().map(SoundTrack::index).toList() + ".");
        }
        return heard.orElse(null);
    }

    List<SoundTrack> tracks() {
        return found.stream().map(Sound::track).toList();
    }
}
