import { ref } from 'vue';
import type { Course } from '@/api/model';
import { readStored, store } from '@/app/store';

/** What lies on this phone to be played without a network. The files are in a cache of the browser, the list is here. */
export type KeptAs = 'video' | 'audio';

export interface Kept {
  lessonId: string;
  lessonTitle: string;
  as: KeptAs;
  bytes: number;
  at: number;
  /** As it was published when it was kept, so that its pages open without a network. */
  course: Course;
}

/** The service worker answers for this folder. */
export const cacheName = 'kept-lessons';
export const folderOf = (lessonId: string) => `/offline/${encodeURIComponent(lessonId)}/`;
const key = 'lh.kept';

export const kept = ref<Kept[]>(readStored<Kept[]>(key, []));

export const keptLesson = (lessonId: string) => kept.value.find((each) => each.lessonId === lessonId);
export const keptCourse = (courseId: string) => kept.value.find(({ course }) => course.id === courseId)?.course;

export function noteKept(lesson: Kept): void {
  kept.value = [lesson, ...kept.value.filter(({ lessonId }) => lessonId !== lesson.lessonId)];
  store(key, kept.value);
}

export function noteDropped(lessonId: string): void {
  kept.value = kept.value.filter((each) => each.lessonId !== lessonId);
  store(key, kept.value);
}

/** Where a kept lesson is played from. */
export function keptAddress({ lessonId, as }: Kept): string {
  return `${folderOf(lessonId)}${as === 'video' ? 'master' : 'audio'}.m3u8`;
}

const looksAfter = () => Boolean(globalThis.navigator?.serviceWorker?.controller && globalThis.caches);

/** Only pages that a service worker looks after can play without a network; on a first visit it takes a moment to come. */
export const canKeep = ref(looksAfter());
globalThis.navigator?.serviceWorker?.addEventListener('controllerchange', () => (canKeep.value = looksAfter()));
