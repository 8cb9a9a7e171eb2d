import { ref } from 'vue';
import type { Course, MediaLinks } from '@/api/model';
import { readStored, store } from '@/app/store';

/** What lies on this phone to be played without a network. The files are in a cache of the browser, the list is here. */
export type KeptAs = 'video' | 'audio' | 'document';

export interface Kept {
  lessonId: string;
  lessonTitle: string;
  as: KeptAs;
  bytes: number;
  at: number;
  /** Of a document: the names of its pages' pictures, and whether its PDF lies beside them. */
  pages?: string[];
  pdf?: boolean;
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

export const pdfName = 'document.pdf';

/** Where a kept lesson is played or read from. */
export function keptLinks({ lessonId, as, pages, pdf }: Kept): MediaLinks {
  const folder = folderOf(lessonId);
  const links = { pageImages: (pages ?? []).map((name) => folder + name), chapters: [], expiresAt: '' };
  if (as === 'document') return pdf ? { ...links, pdf: folder + pdfName } : links;
  return { ...links, master: `${folder}${as === 'video' ? 'master' : 'audio'}.m3u8` };
}

const looksAfter = () => Boolean(globalThis.navigator?.serviceWorker?.controller && globalThis.caches);

/** Only pages that a service worker looks after can play without a network; on a first visit it takes a moment to come. */
export const canKeep = ref(looksAfter());
globalThis.navigator?.serviceWorker?.addEventListener('controllerchange', () => (canKeep.value = looksAfter()));
