import { api, etag, unwrap } from '@/api/client';
import type { SeriesInput, SeriesView, Session } from '@/api/records';
import { cityDay } from '@/shared/cityTime';

/** One occurrence of a series: held as the rule says, held at another time, left out, or without a place. */
export interface Occurrence {
  /** The day that the rule gives; it stays the occurrence's name. */
  day: string;
  state: 'HELD' | 'MOVED' | 'SKIPPED' | 'CLASH';
  session?: Session;
  clash?: SeriesView['clashes'][number];
}

export function occurrencesOf(series: SeriesView): Occurrence[] {
  const changes = new Map(series.changes.map((each) => [each.day, each]));
  const clashes = new Map(series.clashes.map((each) => [each.day, each]));
  const sessions = new Map(series.sessions.map((each) => [each.series?.day ?? cityDay(each.startsAt), each]));
  const days = new Set([...sessions.keys(), ...changes.keys(), ...clashes.keys()]);
  return [...days].sort().map((day) => {
    const [session, change, clash] = [sessions.get(day), changes.get(day), clashes.get(day)];
    const held = session !== undefined && session.state !== 'CANCELLED';
    const state = clash ? 'CLASH' : !held ? 'SKIPPED' : change?.movedTo ? 'MOVED' : 'HELD';
    return { day, state, ...(session ? { session } : {}), ...(clash ? { clash } : {}) };
  });
}

/** Those that can still be changed. */
export const isAhead = ({ day, session }: Occurrence, now: number): boolean => Date.parse(session?.startsAt ?? `${day}T23:59:59+08:00`) > now;

const of = ({ id, version }: SeriesView, day: string) => ({ params: { path: { id, day }, header: { 'If-Match': etag(version) } } });

export const seriesApi = {
  get: (id: string) => unwrap(api.GET('/api/v1/series/{id}', { params: { path: { id } } })),
  create: (body: SeriesInput, key: string) => unwrap(api.POST('/api/v1/series', { params: { header: { 'Idempotency-Key': key } }, body })),
  move: (series: SeriesView, day: string, startsAt: string) =>
    unwrap(api.POST('/api/v1/series/{id}/occurrences/{day}/move', { ...of(series, day), body: { startsAt } })),
  skip: (series: SeriesView, day: string) => unwrap(api.POST('/api/v1/series/{id}/occurrences/{day}/skip', of(series, day))),
  putBack: (series: SeriesView, day: string) => unwrap(api.POST('/api/v1/series/{id}/occurrences/{day}/put-back', of(series, day))),
};

/**
 * Ends a series: whatever is still to come is left out, one after the other, each on the version that the one before made.
 * What was left out stays so when the line breaks in between; asked again, it goes on from there.
 */
export async function endSeries(
  series: SeriesView,
  now: number,
  skip: (series: SeriesView, day: string) => Promise<SeriesView>,
  onStep: (series: SeriesView, left: number) => void,
): Promise<SeriesView> {
  const days = occurrencesOf(series).filter((each) => (each.state === 'HELD' || each.state === 'MOVED') && isAhead(each, now));
  let current = series;
  for (const [index, { day }] of days.entries()) {
    current = await skip(current, day);
    onStep(current, days.length - index - 1);
  }
  return current;
}
