import { describe, expect, it } from 'vitest';
import { monthAfter, monthNow, spanOf } from './month';

describe('months', () => {
  it('begin and end at midnight of the city', () => {
    expect(spanOf({ year: 2026, month: 12 })).toEqual({ from: '2026-11-30T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' });
  });
  it('follow each other over the turn of the year', () => {
    expect(monthAfter({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
    expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
  });
  it('change when the day changes there', () => {
    expect(monthNow(new Date('2026-11-30T15:59:00Z'))).toEqual({ year: 2026, month: 11 });
    expect(monthNow(new Date('2026-11-30T16:00:00Z'))).toEqual({ year: 2026, month: 12 });
  });
});
