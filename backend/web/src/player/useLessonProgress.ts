import { onBeforeUnmount, onMounted } from 'vue';
import { api, unwrap } from '@/api/client';
import { accessToken } from '@/identity/token';
import { useSession } from '@/identity/session';
import { readStored, store } from '@/app/store';
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

/** Keeps the position of the lesson being watched; flushes when the page is hidden or left. */
export function useLessonProgress(lesson: Omit<KeptLesson, keyof Position>): ProgressKeeper {
  const { me } = useSession();
  let token: string | undefined;

  /** A visitor's position stays on the device; whoever signs in on the way sends from then on. */
  async function send(positionSeconds: number, leaving: boolean): Promise<void> {
    if (!me.value) return;
    if (leaving) {
      await sendLast(lesson, positionSeconds, token);
      return;
    }
    token = await accessToken();
    await unwrap(
      api.PUT('/api/v1/me/progress/{lessonId}', {
        params: { path: { lessonId: lesson.lessonId } },
        body: { courseId: lesson.courseId, positionSeconds },
      }),
    );
  }

  const keeper = new ProgressKeeper({
    keep: (position) => keepLesson(lesson, position),
    send,
  });
  const leave = () => keeper.leave();
  const hide = () => document.visibilityState === 'hidden' && keeper.leave();

  onMounted(() => {
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

/** A page that goes away has no time for the client's turns: the token is at hand, the request outlives the page. */
async function sendLast(
  { courseId, lessonId }: { courseId: string; lessonId: string },
  positionSeconds: number,
  token: string | undefined,
): Promise<void> {
  if (!token) return;
  await fetch(`/api/v1/me/progress/${encodeURIComponent(lessonId)}`, {
    method: 'PUT',
    keepalive: true,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ courseId, positionSeconds }),
  });
}
