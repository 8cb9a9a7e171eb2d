import type { Session } from '@/api/records';

/** What two sessions cannot share: their hall, a lecturer, the car. */
export type Shared = 'hall' | 'lecturer' | 'vehicle';
export interface Clash {
  session: Session;
  shared: Shared;
}

/** Sessions that stand in the way of one at other times, as far as they are known here; travel is counted by the server. */
export function clashesOf(moved: Session, startsAt: number, endsAt: number, others: readonly Session[]): Clash[] {
  const found: Clash[] = [];
  for (const other of others) {
    const overlaps = Date.parse(other.startsAt) < endsAt && Date.parse(other.endsAt) > startsAt;
    if (other.id === moved.id || other.state === 'CANCELLED' || !overlaps) continue;
    const shared = sharedBy(moved, other);
    if (shared) found.push({ session: other, shared });
  }
  return found;
}

function sharedBy(one: Session, other: Session): Shared | undefined {
  if (one.hall.id === other.hall.id) return 'hall';
  if (one.lecturers.some(({ id }) => other.lecturers.some((each) => each.id === id))) return 'lecturer';
  return one.vehicleId !== undefined && one.vehicleId === other.vehicleId ? 'vehicle' : undefined;
}

export interface Lane {
  session: Session;
  lane: number;
  lanes: number;
}

/** Sessions of one time that are too many to stand side by side. */
export interface Crowd {
  sessions: Session[];
  startsAt: string;
  endsAt: string;
}

/** What overlaps, each in a lane of its own, group by group. */
function groupsOf(sessions: readonly Session[]): Lane[][] {
  const sorted = [...sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const done: Lane[][] = [];
  let group: Lane[] = [];
  let ends: string[] = [];
  const close = () => {
    group.forEach((each) => (each.lanes = ends.length));
    if (group.length > 0) done.push(group);
    group = [];
    ends = [];
  };
  for (const session of sorted) {
    if (ends.length > 0 && ends.every((end) => end <= session.startsAt)) close();
    const free = ends.findIndex((end) => end <= session.startsAt);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = session.endsAt;
    group.push({ session, lane, lanes: 1 });
  }
  close();
  return done;
}

/** Puts the sessions of a day side by side where they overlap. */
export const inLanes = (sessions: readonly Session[]): Lane[] => groupsOf(sessions).flat();

/** The same where a whole city meets at once: more than `most` at a time are one block that says how many they are. */
export function inColumn(sessions: readonly Session[], most: number): { lanes: Lane[]; crowds: Crowd[] } {
  const groups = groupsOf(sessions);
  const crowded = (group: Lane[]) => (group[0]?.lanes ?? 0) > most;
  return {
    lanes: groups.filter((group) => !crowded(group)).flat(),
    crowds: groups.filter(crowded).map((group) => {
      const all = group.map(({ session }) => session);
      const endsAt = all.map((each) => each.endsAt).reduce((a, b) => (a > b ? a : b));
      return { sessions: all, startsAt: all[0]?.startsAt ?? '', endsAt };
    }),
  };
}
