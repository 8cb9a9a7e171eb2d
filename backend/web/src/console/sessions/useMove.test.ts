import { describe, expect, it } from 'vitest';
import type { Session } from '@/api/records';
import { useMove } from './useMove';

const at = (id: string, startsAt: string, endsAt: string) =>
  ({ id, title: id, startsAt, endsAt, state: 'PLANNED', hall: { id: 'h', name: 'h', region: '451022' }, lecturers: [] }) as unknown as Session;
const early = at('early', '2027-03-01T01:00:00Z', '2027-03-01T02:00:00Z');
const late = at('late', '2027-03-01T03:00:00Z', '2027-03-01T04:00:00Z');
const shown = ['2027-03-01', '2027-03-02'];

describe('a session moved by the keyboard', () => {
  it('goes in quarters of an hour and says what it runs into', () => {
    const { nudge, clashes, drop } = useMove(() => [early, late], () => 1, () => 1);
    for (let quarter = 0; quarter < 8; quarter += 1) nudge(early, 0, 1, shown);
    expect(clashes.value.map(({ session }) => session.id)).toEqual(['late']);
    nudge(early, 1, 0, shown);
    expect(clashes.value).toEqual([]);
    expect(drop()).toMatchObject({ startsAt: '2027-03-02T03:00:00.000Z', endsAt: '2027-03-02T04:00:00.000Z' });
  });

  it('stays on the days that are shown, and where it was when it is let go', () => {
    const { nudge, target, cancel, drop } = useMove(() => [early], () => 1, () => 1);
    nudge(early, -1, 0, shown);
    expect(target.value).toBeUndefined();
    nudge(early, 0, 1, shown);
    expect(cancel()).toBe(false);
    expect(drop()).toBeUndefined();
  });
});
