import { ref, watch } from 'vue';
import { readStored, store } from '@/app/store';

/** How this person likes to watch, on this device. */
export type Quality = 'auto' | 'saver' | 'audio' | `${number}p`;

const key = 'lh.playback';
const kept = readStored<{ quality?: Quality; speed?: number; captions?: string }>(key, {});

export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;
export const quality = ref<Quality>(kept.quality ?? 'auto');
export const speed = ref<number>(speeds.find((value) => value === kept.speed) ?? 1);
/** The name of the captions to show; empty for none. */
export const captions = ref<string>(kept.captions ?? '');

watch([quality, speed, captions], () => store(key, { quality: quality.value, speed: speed.value, captions: captions.value }));
