import type { Session } from '@/api/model';

const minute = 60_000;
/** As the server has it by default: check-in opens half an hour before and closes half an hour after. */
const margin = 30 * minute;

type Span = Pick<Session, 'startsAt' | 'endsAt' | 'state'>;

export type Stage = 'cancelled' | 'later' | 'soon' | 'now' | 'over';

/** Where a session stands for a villager: `soon` and `now` are when one may check in. */
export function stageOf(session: Span, now: number = Date.now()): Stage {
  if (session.state === 'CANCELLED') return 'cancelled';
  const start = Date.parse(session.startsAt);
  const end = Date.parse(session.endsAt);
  if (now < start - margin) return 'later';
  if (now < start) return 'soon';
  return now <= end ? 'now' : 'over';
}

export function mayCheckIn(session: Span, now: number = Date.now()): boolean {
  if (session.state === 'CANCELLED') return false;
  return now >= Date.parse(session.startsAt) - margin && now <= Date.parse(session.endsAt) + margin;
}

/** Sessions are listed by their beginning: to see those going on, a list starts this long before now. */
const longest = 4 * 60 * minute;

export const beginningOfNow = (now: number = Date.now()) => new Date(now - longest).toISOString();

/** What is still to come or going on. */
export const notOver = (session: Span, now: number = Date.now()) => now <= Date.parse(session.endsAt);

export interface Day<T> {
  /** The city's calendar day, as the formats print it. */
  name: string;
  sessions: T[];
}

/** Sessions under the day they are held on, in the order they come in. */
export function byDay<T extends Pick<Session, 'startsAt'>>(sessions: readonly T[], dayOf: (at: string) => string): Day<T>[] {
  const days: Day<T>[] = [];
  for (const session of sessions) {
    const name = dayOf(session.startsAt);
    const last = days.at(-1);
    if (last?.name === name) last.sessions.push(session);
    else days.push({ name, sessions: [session] });
  }
  return days;
}
