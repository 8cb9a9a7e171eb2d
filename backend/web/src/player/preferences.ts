import { computed, ref, watch } from 'vue';
import { large } from '@/app/large';
import { readStored, store } from '@/app/store';

/** How this person likes to watch, on this device. */
export type Quality = 'auto' | 'saver' | 'audio' | `${number}p`;

const key = 'lh.playback';
/** Captions in px; a large one covers much of a small picture, so each person chooses. */
export const captionSizes = { small: 16, middle: 20, large: 26, largest: 34 } as const;
export type CaptionSize = keyof typeof captionSizes;

const kept = readStored<{ quality?: Quality; speed?: number; captions?: string; captionSize?: CaptionSize }>(key, {});

export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;
export const quality = ref<Quality>(kept.quality ?? 'auto');
export const speed = ref<number>(speeds.find((value) => value === kept.speed) ?? 1);
/** The name of the captions to show; empty for none. */
export const captions = ref<string>(kept.captions ?? '');
const chosenSize = ref<CaptionSize | undefined>(kept.captionSize && kept.captionSize in captionSizes ? kept.captionSize : undefined);
/** As chosen; until then by whether everything is large. */
export const captionSize = computed<CaptionSize>({
  get: () => chosenSize.value ?? (large.value ? 'large' : 'middle'),
  set: (size) => (chosenSize.value = size),
});

watch([quality, speed, captions, chosenSize], () =>
  store(key, { quality: quality.value, speed: speed.value, captions: captions.value, captionSize: chosenSize.value }),
);
