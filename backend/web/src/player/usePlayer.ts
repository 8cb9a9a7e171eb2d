import { computed, onScopeDispose, reactive, ref, shallowRef, watch, type Ref } from 'vue';
import type { Chapter, MediaLinks } from '@/api/model';
import { isPassing } from '@/api/problem';
import { onBack } from '@/app/connection';
import { bytesFor, saverRung, soundBitsPerSecond, type Rung } from './cost';
import { captions, quality, speed, type Quality } from './preferences';
import { Stream } from './stream';
import { usePoster } from './usePoster';

export interface PlayerOptions {
  links: () => Promise<MediaLinks>;
  startSeconds: number;
  durationSeconds: number | undefined;
  onPosition?: (seconds: number) => void;
  onSettled?: (seconds: number) => void;
  onEnded?: () => void;
}

export type Trouble = 'starved' | 'expired' | 'broken' | 'refused';
const patience = [2, 4, 8, 15, 30];

/** How far it can play without another byte. */
function bufferedTo({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= currentTime + 0.5 && currentTime <= buffered.end(index)) return buffered.end(index);
  }
  return currentTime;
}

/** One lesson's picture and sound: choosing rungs, fresh links at the same second, and waiting out a bad line. */
export function usePlayer(video: Ref<HTMLVideoElement | undefined>, options: PlayerOptions) {
  const state = reactive({
    opened: false,
    /** False for a recording of sound. Stays true where the browser plays by itself and tells of no rungs. */
    picture: true,
    started: false,
    playing: false,
    waiting: false,
    ended: false,
    position: options.startSeconds,
    duration: options.durationSeconds ?? 0,
    buffered: 0,
    currentRung: -1,
    retryIn: 0,
  });
  const rungs = shallowRef<Rung[]>([]);
  const captionNames = shallowRef<string[]>([]);
  const thumbnails = ref<string>();
  const chapters = shallowRef<Chapter[]>([]);
  const trouble = ref<Trouble>();
  let stream: Stream | undefined;
  let links: MediaLinks | undefined;
  let renewals = 0;
  let attempt = 0;
  let struggled = false;
  let soundRate = soundBitsPerSecond;
  let timer: ReturnType<typeof setInterval> | undefined;

  const poster = usePoster(video);
  const audioOnly = computed(() => quality.value === 'audio');

  async function open(): Promise<void> {
    if (!video.value) return;
    try {
      links ??= await options.links();
    } catch (error) {
      if (isPassing(error)) starve();
      else trouble.value = 'refused';
      return;
    }
    const master = links.master;
    if (!master || !video.value) {
      trouble.value = 'broken';
      return;
    }
    trouble.value = undefined;
    thumbnails.value = links.thumbnails ?? undefined;
    chapters.value = links.chapters ?? [];
    poster.show(links.poster ?? undefined);
    stream ??= new Stream(video.value, {
      rungs: onRungs,
      rung: (index) => (state.currentRung = index),
      captions: onCaptions,
      expired: () => void renew(),
      struggling: () => {
        struggled = true;
        if (state.waiting) starve();
      },
      starved: starve,
      broken: () => (trouble.value = 'broken'),
    });
    stream.open(audioOnly.value ? master.replace('/master.m3u8', '/audio.m3u8') : master);
  }

  function onRungs(found: Rung[]): void {
    const [sound] = found.filter((rung) => rung.shorterSide === 0);
    if (sound) soundRate = sound.bitsPerSecond;
    if (!audioOnly.value && found.length > 0) {
      rungs.value = found.filter((rung) => rung.shorterSide > 0);
      state.picture = rungs.value.length > 0;
    }
    state.opened = true;
    applyQuality();
    if (state.started) beginAt(state.position);
  }

  function onCaptions(names: string[]): void {
    captionNames.value = names;
    stream?.showCaptions(names.indexOf(captions.value));
  }

  /** Shows those of a name, or none. */
  function showCaptions(name: string): void {
    captions.value = name;
    stream?.showCaptions(captionNames.value.indexOf(name));
  }

  function applyQuality(): void {
    const wanted = quality.value;
    const chosen = rungs.value.find((rung) => rung.label === wanted);
    if (chosen) stream?.choose(chosen.index);
    else stream?.choose(-1, wanted === 'saver' ? (saverRung(rungs.value)?.index ?? -1) : -1);
  }

  function beginAt(seconds: number): void {
    stream?.start(seconds);
    const element = video.value;
    if (!element) return;
    element.playbackRate = speed.value;
    element.play().catch(() => (state.playing = false));
  }

  /** Fresh links, the same second. Gives up when fresh ones are refused as well. */
  async function renew(): Promise<void> {
    if (trouble.value === 'expired') return;
    if (renewals >= 3) {
      trouble.value = 'refused';
      return;
    }
    renewals += 1;
    trouble.value = 'expired';
    links = undefined;
    await open();
  }

  function starve(): void {
    if (trouble.value === 'starved') return;
    trouble.value = 'starved';
    clearInterval(timer);
    state.retryIn = patience[Math.min(attempt++, patience.length - 1)] ?? 30;
    timer = setInterval(() => {
      state.retryIn -= 1;
      if (state.retryIn <= 0) retry();
    }, 1000);
  }

  function settle(): void {
    clearInterval(timer);
    trouble.value = undefined;
  }

  function retry(): void {
    const was = trouble.value;
    settle();
    if (was === 'starved' && state.opened && stream) stream.resume();
    else {
      renewals = 0;
      links = undefined;
      void open();
    }
  }

  function play(): void {
    if (!state.started) {
      state.started = true;
      poster.drop();
      if (state.opened) beginAt(state.position);
      return;
    }
    if (state.ended) seek(0);
    video.value?.play().catch(() => (state.playing = false));
  }

  const pause = () => video.value?.pause();
  const toggle = () => (state.playing ? pause() : play());

  function seek(seconds: number): void {
    const target = Math.min(Math.max(0, seconds), state.duration || seconds);
    state.position = target;
    state.ended = false;
    if (state.started && video.value) video.value.currentTime = target;
    options.onSettled?.(target);
  }

  function setQuality(wanted: Quality): void {
    const sourceChanges = (wanted === 'audio') !== audioOnly.value;
    quality.value = wanted;
    if (!sourceChanges) applyQuality();
    else {
      state.opened = false;
      void open();
    }
  }

  function onTime(): void {
    const element = video.value;
    if (!element || !state.started || element.seeking || element.readyState < 2) return;
    state.position = element.currentTime;
    state.buffered = bufferedTo(element);
    renewals = 0;
    attempt = 0;
    options.onPosition?.(state.position);
  }

  const handlers: Record<string, () => void> = {
    timeupdate: onTime,
    progress: onTime,
    play: () => (state.playing = true),
    playing: () => {
      Object.assign(state, { waiting: false, playing: true, ended: false });
      struggled = false;
      if (trouble.value === 'starved') settle();
    },
    waiting: () => {
      state.waiting = state.started;
      if (struggled && state.started) starve();
    },
    durationchange: () => {
      const { duration } = video.value ?? { duration: 0 };
      if (Number.isFinite(duration) && duration > 0) state.duration = duration;
    },
    pause: () => {
      state.playing = false;
      if (state.started) options.onSettled?.(state.position);
    },
    ended: () => {
      Object.assign(state, { playing: false, ended: true });
      options.onEnded?.();
    },
  };

  function attach(element: HTMLVideoElement): void {
    for (const [name, handler] of Object.entries(handlers)) element.addEventListener(name, handler);
    void open();
  }

  /** Data still to be paid for to see the rest. */
  function costOf(choice: Quality): number {
    const left = Math.max(0, state.duration - state.position);
    if (choice === 'audio' || rungs.value.length === 0) return bytesFor(soundRate, left);
    const rung =
      choice === 'saver'
        ? saverRung(rungs.value)
        : (rungs.value.find((each) => each.label === choice) ?? rungs.value.at(-1));
    return bytesFor(rung?.bitsPerSecond ?? 0, left);
  }

  watch(video, (element) => element && attach(element), { immediate: true });
  watch(speed, (value) => {
    if (video.value) video.value.playbackRate = value;
  });
  const stop = onBack(() => trouble.value === 'starved' && retry());
  onScopeDispose(() => {
    stop();
    clearInterval(timer);
    stream?.close();
  });

  return { captionNames, chapters, thumbnails, showCaptions, state, rungs, trouble, audioOnly, play, pause, toggle, seek, setQuality, retry, costOf };
}
