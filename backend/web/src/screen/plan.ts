import type { Hall, Session } from '@/api/model';
import { readStored, store } from '@/app/store';

/** What the hall's screen showed last, so that it opens with no network. Only what everybody may see. */
export interface Plan {
  hall: Hall;
  sessions: Session[];
}

const keyOf = (hallId: string) => `lh.screen.${hallId}`;
const week = 7 * 86_400_000;

export const keptPlan = (hallId: string): Plan | undefined => readStored<Plan | undefined>(keyOf(hallId), undefined);
export const keepPlan = (hallId: string, plan: Plan): void => store(keyOf(hallId), plan);

/** The courses of the sessions of the coming week, each once, in the order they are needed, with the session's title and time. */
export function coursesOfTheWeek(sessions: readonly Session[], now: number = Date.now()): { courseId: string; session: Session }[] {
  const found = new Map<string, Session>();
  for (const session of sessions) {
    const { courseId, startsAt, endsAt, state } = session;
    const soon = Date.parse(endsAt) >= now && Date.parse(startsAt) < now + week;
    if (courseId && soon && state !== 'CANCELLED' && !found.has(courseId)) found.set(courseId, session);
  }
  return [...found].map(([courseId, session]) => ({ courseId, session }));
}
