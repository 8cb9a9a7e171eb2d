import { describe, expect, it } from 'vitest';
import type { Session } from '@/api/records';
import { clashesOf, inColumn, inLanes } from './lanes';

const session = (id: string, from: string, to: string, hall = 'h1', lecturer = 'l1'): Session => ({
  id,
  title: id,
  subject: 'law',
  format: 'LECTURE',
  audience: 'VILLAGERS',
  expectedAudience: 10,
  hall: { id: hall, name: hall, region: '451022', latitude: 0, longitude: 0 },
  lecturers: [{ id: lecturer, name: lecturer }],
  startsAt: `2026-12-01T${from}:00Z`,
  endsAt: `2026-12-01T${to}:00Z`,
  state: 'SCHEDULED',
  sequence: 0,
  version: 1,
});
const at = (clock: string) => Date.parse(`2026-12-01T${clock}:00Z`);

describe('the calendar', () => {
  it('names what a moved session would run into', () => {
    const moved = session('a', '01:00', '02:00');
    const others = [moved, session('b', '03:00', '04:00'), session('c', '03:00', '04:00', 'h2'), session('d', '03:00', '04:00', 'h2', 'l2')];
    expect(clashesOf(moved, at('03:30'), at('04:30'), others).map(({ session: { id }, shared }) => [id, shared])).toEqual([
      ['b', 'hall'],
      ['c', 'lecturer'],
    ]);
    expect(clashesOf(moved, at('04:00'), at('05:00'), others)).toEqual([]);
  });

  it('puts overlapping sessions side by side and others at full width', () => {
    const lanes = inLanes([session('a', '01:00', '03:00'), session('b', '02:00', '04:00'), session('c', '05:00', '06:00')]);
    expect(lanes.map(({ lane, lanes: n }) => [lane, n])).toEqual([[0, 2], [1, 2], [0, 1]]);
  });

  it('makes one block of a time at which too many meet, and leaves other times as they are', () => {
    const many = ['a', 'b', 'c'].map((id) => session(id, '01:00', '02:00'));
    const { lanes, crowds } = inColumn([...many, session('d', '01:30', '03:00'), session('e', '05:00', '06:00')], 3);
    expect(lanes.map((each) => each.session.id)).toEqual(['e']);
    expect(crowds.map(({ sessions, startsAt, endsAt }) => [sessions.length, startsAt, endsAt])).toEqual([[4, '2026-12-01T01:00:00Z', '2026-12-01T03:00:00Z']]);
    expect(inColumn(many, 3).crowds).toEqual([]);
  });
});
