import { describe, expect, it } from 'vitest';
import { bytesFor, mayBeMetered, rungsOf, saverRung } from './cost';

const levels = [
  { width: 854, height: 480, bitrate: 900_000, averageBitrate: 600_000 },
  { width: 256, height: 144, bitrate: 150_000, averageBitrate: 120_000 },
  { width: 426, height: 240, bitrate: 300_000 },
];

describe('what a choice costs', () => {
  it('lists the rungs from cheap to dear by what they really use', () => {
    expect(rungsOf(levels).map(({ label, bitsPerSecond, index }) => [label, bitsPerSecond, index])).toEqual([
      ['144p', 120_000, 1],
      ['240p', 300_000, 2],
      ['480p', 600_000, 0],
    ]);
  });
  it('names an upright phone video by its shorter side', () => {
    expect(rungsOf([{ width: 240, height: 426, bitrate: 1 }])[0]!.label).toBe('240p');
  });
  it('is the rate times what is left to watch', () => {
    expect(bytesFor(300_000, 1000)).toBe(37_500_000);
    expect(bytesFor(300_000, -5)).toBe(0);
    expect(bytesFor(300_000, Infinity)).toBe(0);
  });
  it('saves data at 240p, or at the cheapest rung there is', () => {
    expect(saverRung(rungsOf(levels))?.label).toBe('240p');
    expect(saverRung(rungsOf([levels[0]!]))?.label).toBe('480p');
    expect(saverRung([])).toBeUndefined();
  });
  it('is shown when the person may be paying by the megabyte', () => {
    expect(mayBeMetered({ connection: { type: 'cellular' } })).toBe(true);
    expect(mayBeMetered({ connection: { type: 'wifi' }, maxTouchPoints: 5 })).toBe(false);
    expect(mayBeMetered({ connection: { type: 'wifi', saveData: true } })).toBe(true);
    expect(mayBeMetered({ maxTouchPoints: 5 })).toBe(true);
    expect(mayBeMetered({ maxTouchPoints: 0 })).toBe(false);
  });
});
