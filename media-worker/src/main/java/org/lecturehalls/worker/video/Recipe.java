package org.lecturehalls.worker.video;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.work.WorkFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the worker that inspected a source tells those that encode its parts.
 *
 * @param source what was found out
 * @param grid frame rate of all rungs
 * @param rungs smallest first
 * @param sound what is heard; null in recipes from before there was a choice
 * @param remuxed whether what was found out is true of the source after {@link Remux}
 */
record Recipe(
        Inspection source,
        FrameGrid grid,
        java.util.List<Rung> rungs,
        @Nullable SoundChoice sound,
        boolean remuxed) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Recipe of(EncodePlan plan, boolean remuxed) {
        return new Recipe(plan.source(), plan.grid(), plan.rungs(), plan.sound(), remuxed);
    }

    EncodePlan plan(int threads) {
        return new EncodePlan(source, grid, rungs, sound == null ? SoundChoice.SPEECH : sound, threads);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    static Recipe read(String text) throws WorkFailedException {
        try {
            return JSON.readValue(text, Recipe.class);
        } catch (JacksonException e) {
            throw new WorkFailedException("The recipe of the video cannot be read by this worker.");
        }
    }
}
