import { onBeforeUnmount, onMounted } from 'vue';
import { api, unwrap } from '@/api/client';
import { accessToken } from '@/identity/token';
import { useSession } from '@/identity/session';
import { readStored, store } from '@/app/store';
import type { Untold } from '@/learning/pending';
import { bodyOf, reports, tell, tellAll } from '@/learning/reports';
import { WatchLog } from '@/learning/watchLog';
import { ProgressKeeper } from './progressKeeper';
import { laterOf, type Position } from './resume';

export interface KeptLesson extends Position {
  courseId: string;
  courseTitle: string;
  lessonId: string;
  lessonTitle: string;
  durationSeconds?: number | null;
}

const key = 'lh.progress';
const keepAtMost = 60;

/** What this device remembers, newest first; for visitors it is the whole memory. */
export function keptLessons(): KeptLesson[] {
  const all = Object.values(readStored<Record<string, KeptLesson>>(key, {}));
  return all.filter((kept) => kept.lessonId && kept.courseId).sort((a, b) => b.at - a.at);
}

export function keepLesson(lesson: Omit<KeptLesson, keyof Position>, positionSeconds: number): void {
  const newest = [
    { ...lesson, positionSeconds, at: Date.now() },
    ...keptLessons().filter((kept) => kept.lessonId !== lesson.lessonId),
  ].slice(0, keepAtMost);
  store(key, Object.fromEntries(newest.map((kept) => [kept.lessonId, kept])));
}

/** The position to go on at, from this device and, for people signed in, from the server. */
export async function recallPosition(courseId: string, lessonId: string): Promise<number | undefined> {
  const local = keptLessons().find((kept) => kept.lessonId === lessonId);
  const remote = await remotePosition(courseId, lessonId);
  return laterOf(local, remote)?.positionSeconds;
}

async function remotePosition(courseId: string, lessonId: string): Promise<Position | undefined> {
  if (!useSession().me.value) return undefined;
  try {
    const { items } = await unwrap(api.GET('/api/v1/me/progress', { params: { query: { courseId } } }));
    const found = items.find((item) => item.lessonId === lessonId);
    return found && { positionSeconds: found.positionSeconds, at: Date.parse(found.updatedAt) };
  } catch {
    return undefined;
  }
}

/** Keeps what is watched of a lesson and where; tells the server, at once or when there is a network again. */
export function useLessonProgress(lesson: Omit<KeptLesson, keyof Position>): ProgressKeeper {
  const { me } = useSession();
  const log = new WatchLog();
  let token: string | undefined;

  function keep(positionSeconds: number): void {
    keepLesson(lesson, positionSeconds);
    if (!me.value) return;
    const { courseId, lessonId } = lesson;
    reports.add({ courseId, lessonId, positionSeconds, at: Date.now(), userId: me.value.id, ...log.take() });
  }

  /** A visitor's position stays on the device; whoever signs in on the way tells from then on. */
  async function send(_: number, leaving: boolean): Promise<void> {
    const untold = me.value && reports.find(me.value.id, lesson.lessonId);
    if (!untold) return;
    if (leaving) {
      await tellLast(untold, token);
      return;
    }
    token = await accessToken();
    await tell(untold);
  }

  const keeper = new ProgressKeeper({ keep, send, watch: log });
  const leave = () => keeper.leave();
  const hide = () => document.visibilityState === 'hidden' && keeper.leave();

  onMounted(() => {
    void tellAll();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
  });
  onBeforeUnmount(() => {
    leave();
    removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', hide);
  });
  return keeper;
}

/**
 * A page that goes away has no time for the client's turns: the token is at hand, the request outlives the page. The report
 * stays on the shelf and is told again next time, which changes nothing.
 */
async function tellLast(untold: Untold, token: string | undefined): Promise<void> {
  if (!token) return;
  await fetch(`/api/v1/me/progress/${encodeURIComponent(untold.lessonId)}`, {
    method: 'PUT',
    keepalive: true,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(bodyOf(untold)),
  });
}
