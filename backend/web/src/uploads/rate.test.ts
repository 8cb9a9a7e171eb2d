import { describe, expect, it } from 'vitest';
import { RateMeter } from './rate';

describe('RateMeter', () => {
  it('says nothing before it knows', () => {
    const meter = new RateMeter(() => 0);
    expect(meter.secondsLeft(100)).toBeUndefined();
    meter.note(0);
    expect(meter.secondsLeft(100)).toBeUndefined();
  });
  it('tells the rate and the time left', () => {
    let clock = 0;
    const meter = new RateMeter(() => clock);
    meter.note(0);
    clock = 10_000;
    meter.note(5_000_000);
    expect(meter.bytesPerSecond()).toBe(500_000);
    expect(meter.secondsLeft(10_000_000)).toBe(20);
  });
  it('forgets an old burst', () => {
    let clock = 0;
    const meter = new RateMeter(() => clock);
    meter.note(0);
    clock = 1000;
    meter.note(50_000_000);
    for (clock = 11_000; clock <= 61_000; clock += 10_000) meter.note(50_000_000 + clock);
    expect(meter.bytesPerSecond()).toBeLessThan(2000);
  });
});
