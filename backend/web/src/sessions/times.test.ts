import { describe, expect, it } from 'vitest';
import { byDay, mayCheckIn, stageOf } from './times';

const session = { startsAt: '2026-11-24T11:30:00Z', endsAt: '2026-11-24T13:00:00Z', state: 'SCHEDULED' as const };
const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00Z`);

describe('stageOf', () => {
  it.each([
    ['10:59', 'later'],
    ['11:00', 'soon'],
    ['11:30', 'now'],
    ['13:00', 'now'],
    ['13:01', 'over'],
  ])('at %s it is %s', (clock, stage) => expect(stageOf(session, at(clock))).toBe(stage));

  it('knows that a cancelled session is never now', () => {
    expect(stageOf({ ...session, state: 'CANCELLED' }, at('12:00'))).toBe('cancelled');
  });
});

describe('mayCheckIn', () => {
  it.each([
    ['10:59', false],
    ['11:00', true],
    ['13:30', true],
    ['13:31', false],
  ])('at %s: %s', (clock, may) => expect(mayCheckIn(session, at(clock))).toBe(may));
});

describe('byDay', () => {
  it('opens a new day only when the day changes', () => {
    const days = byDay(
      [{ startsAt: 'a1' }, { startsAt: 'a2' }, { startsAt: 'b1' }],
      (start) => start.slice(0, 1),
    );
    expect(days.map(({ name, sessions }) => [name, sessions.length])).toEqual([['a', 2], ['b', 1]]);
  });
});
