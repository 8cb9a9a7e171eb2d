import { describe, expect, it, vi } from 'vitest';
import type { SeriesView, Session } from '@/api/records';
import { endSeries, isAhead, occurrencesOf } from './useSeries';

const session = (day: string, more: Partial<Session> = {}): Session => ({
  id: `s-${day}`, title: '', subject: 'law', format: 'LECTURE', audience: 'VILLAGERS', expectedAudience: 10, sequence: 0, version: 1,
  hall: { id: 'h', name: '', region: '4510', latitude: 0, longitude: 0 }, lecturers: [], state: 'SCHEDULED', series: { id: 'x', day },
  startsAt: `${day}T01:00:00Z`, endsAt: `${day}T02:00:00Z`, ...more,
});
const series = (more: Partial<SeriesView> = {}): SeriesView => ({
  id: 'x', title: '', version: 1, minutes: 60, startsAt: '09:00', changes: [], clashes: [], sessions: [],
  rule: { rhythm: 'WEEKLY', every: 1, weekdays: [], from: '2027-03-06', until: '2027-03-27' }, ...more,
});

describe('a series', () => {
  it('says of each occurrence what became of it, by the day of the rule', () => {
    const seen = occurrencesOf(series({
      sessions: [session('2027-03-06'), session('2027-03-13', { startsAt: '2027-03-15T01:00:00Z' }), session('2027-03-20', { state: 'CANCELLED' })],
      changes: [{ day: '2027-03-13', movedTo: '2027-03-15T09:00' }, { day: '2027-03-20' }],
      clashes: [{ day: '2027-03-27', field: 'hallId', code: 'hall-taken' }],
    }));
    expect(seen.map(({ day, state }) => [day, state])).toEqual([
      ['2027-03-06', 'HELD'], ['2027-03-13', 'MOVED'], ['2027-03-20', 'SKIPPED'], ['2027-03-27', 'CLASH'],
    ]);
  });

  it('takes a session that was cancelled by itself for one that is left out', () => {
    expect(occurrencesOf(series({ sessions: [session('2027-03-06', { state: 'CANCELLED' })] }))[0]?.state).toBe('SKIPPED');
  });

  it('ends by leaving out what is to come, each on the version before', async () => {
    const now = Date.parse('2027-03-10T00:00:00Z');
    const whole = series({ sessions: ['2027-03-06', '2027-03-13', '2027-03-20'].map((day) => session(day)) });
    const skip = vi.fn(async (from: SeriesView) => ({ ...from, version: from.version + 1 }));
    const left: number[] = [];
    const ended = await endSeries(whole, now, skip, (_, n) => left.push(n));
    expect(skip.mock.calls.map(([from, day]: [SeriesView, string?]) => [from.version, day])).toEqual([[1, '2027-03-13'], [2, '2027-03-20']]);
    expect([ended.version, left]).toEqual([3, [1, 0]]);
  });

  it('knows what is over', () => {
    const [first] = occurrencesOf(series({ sessions: [session('2027-03-06')] }));
    expect([isAhead(first!, Date.parse('2027-03-06T00:59:00Z')), isAhead(first!, Date.parse('2027-03-06T01:01:00Z'))]).toEqual([true, false]);
  });
});
