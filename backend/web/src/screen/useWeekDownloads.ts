import { computed, onScopeDispose, reactive, ref } from 'vue';
import { api, unwrap } from '@/api/client';
import type { Course, Lesson, Session } from '@/api/model';
import { drop, keep, keptFiles, NoRoom, offersOf, type Offer } from '@/downloads/keeping';
import { keptLesson, noteDropped, noteKept } from '@/downloads/shelf';

export interface Row {
  course: Course;
  lesson: Lesson;
  session: Session;
  offer?: Offer;
  state: 'todo' | 'coming' | 'failed' | 'noRoom' | 'notReady';
  bytes: number;
}

/** The videos and documents of the week's sessions, to be brought onto the hall's computer one after the other. */
export function useWeekDownloads() {
  const rows = ref<Row[]>([]);
  const running = ref(false);
  let stop: AbortController | undefined;

  const isHere = (row: Row) => keptLesson(row.lesson.id) !== undefined;
  const open = computed(() => rows.value.filter((row) => !isHere(row) && row.offer));
  const bytesToCome = computed(() => open.value.reduce((sum, { offer }) => sum + (offer?.bytes ?? 0), 0));

  /** What there is of a session's course, and what it would cost: some kilobytes of playlists. */
  async function add(courseId: string, session: Session): Promise<void> {
    const course = await unwrap(api.GET('/api/v1/courses/{id}', { params: { path: { id: courseId } } }));
    for (const lesson of course.lessons.filter(({ kind }) => kind === 'VIDEO' || kind === 'DOCUMENT')) {
      const row = reactive<Row>({ course, lesson, session, state: 'todo', bytes: 0 }) as Row;
      rows.value.push(row);
      if (!isHere(row)) await weigh(row);
    }
  }

  async function weigh(row: Row): Promise<void> {
    const path = { id: row.course.id, lessonId: row.lesson.id };
    try {
      const offers = await offersOf(await unwrap(api.GET('/api/v1/courses/{id}/lessons/{lessonId}/playback', { params: { path } })));
      const best = offers.find(({ as }) => as === 'video') ?? offers[0];
      if (best) row.offer = best;
      else row.state = 'notReady';
    } catch {
      row.state = 'notReady';
    }
  }

  async function bring(row: Row): Promise<void> {
    if (!stop) return;
    // Addresses are signed for some hours only; a week's list may lie open for longer.
    await weigh(row);
    const { offer, course, lesson } = row;
    if (!offer) return;
    row.state = 'coming';
    try {
      await keep(lesson.id, offer, (bytes) => (row.bytes = bytes), stop.signal);
      noteKept({ lessonId: lesson.id, lessonTitle: lesson.title, as: offer.as, bytes: offer.bytes, at: Date.now(), ...keptFiles(offer), course });
      row.state = 'todo';
    } catch (error) {
      row.state = stop.signal.aborted ? 'todo' : error instanceof NoRoom ? 'noRoom' : 'failed';
    }
  }

  async function bringAll(): Promise<void> {
    if (running.value) return;
    running.value = true;
    stop = new AbortController();
    for (const row of [...open.value]) {
      if (stop.signal.aborted) break;
      await bring(row);
    }
    running.value = false;
  }

  async function remove(row: Row): Promise<void> {
    await drop(row.lesson.id);
    noteDropped(row.lesson.id);
    row.state = 'todo';
    if (!row.offer) await weigh(row);
  }

  const pause = () => stop?.abort();
  onScopeDispose(pause);
  return { rows, running, open, bytesToCome, isHere, add, bringAll, pause, remove };
}
