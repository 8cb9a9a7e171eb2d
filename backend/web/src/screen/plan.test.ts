import { describe, expect, it } from 'vitest';
import type { Session } from '@/api/model';
import { coursesOfTheWeek } from './plan';

const now = Date.parse('2026-11-30T08:00:00Z');
const session = (courseId: string | undefined, days: number, state = 'SCHEDULED') => {
  const at = now + days * 86_400_000;
  return { id: `${courseId}${days}`, courseId, state, startsAt: new Date(at).toISOString(), endsAt: new Date(at + 3_600_000).toISOString() } as Session;
};

describe('what a hall needs for the week', () => {
  it('is each course of the coming sessions once, the first first', () => {
    const all = [session('old', -2), session('a', 0), session('b', 1), session('a', 2), session(undefined, 3), session('far', 8)];
    expect(coursesOfTheWeek(all, now).map(({ courseId }) => courseId)).toEqual(['a', 'b']);
  });
  it('leaves out what was cancelled', () => {
    expect(coursesOfTheWeek([session('a', 1, 'CANCELLED')], now)).toEqual([]);
  });
});
