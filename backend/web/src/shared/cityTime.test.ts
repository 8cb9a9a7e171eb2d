import { describe, expect, it } from 'vitest';
import { addDays, cityClock, cityDay, cityMinutes, fromCity, minutesToClock, mondayOf } from './cityTime';

describe('the city’s clock', () => {
  it('is eight hours ahead of UTC, over midnight too', () => {
    expect(cityDay('2026-11-24T16:30:00Z')).toBe('2026-11-25');
    expect(cityClock('2026-11-24T16:30:00Z')).toBe('00:30');
    expect(fromCity('2026-11-25', '00:30')).toBe('2026-11-24T16:30:00.000Z');
  });

  it('starts weeks on Monday', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('counts minutes and writes them', () => {
    expect(cityMinutes('2026-11-25T01:30:00Z')).toBe(570);
    expect(minutesToClock(570)).toBe('09:30');
  });
});
