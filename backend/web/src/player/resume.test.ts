import { describe, expect, it } from 'vitest';
import { laterOf, startAt, worthSending } from './resume';

describe('where a lesson goes on', () => {
  it('is where the person last was, on whichever device', () => {
    const phone = { positionSeconds: 300, at: 2000 };
    const hall = { positionSeconds: 900, at: 1000 };
    expect(laterOf(phone, hall)).toBe(phone);
    expect(laterOf(undefined, hall)).toBe(hall);
    expect(laterOf(phone, undefined)).toBe(phone);
    expect(laterOf(undefined, undefined)).toBeUndefined();
  });
  it('is the beginning after a mere glance', () => {
    expect(startAt(4, 600)).toBe(0);
    expect(startAt(undefined, 600)).toBe(0);
    expect(startAt(Number.NaN, 600)).toBe(0);
  });
  it('is the beginning when only the closing words are left', () => {
    expect(startAt(596, 600)).toBe(0);
    expect(startAt(584, 600)).toBe(584);
  });
  it('keeps the end of a short clip reachable', () => {
    expect(startAt(18, 20)).toBe(18);
  });
  it('is kept for a lesson of unknown length', () => {
    expect(startAt(42, undefined)).toBe(42);
  });
});

describe('sending a position', () => {
  it('waits for a move worth telling, in either direction', () => {
    expect(worthSending(100, 105)).toBe(false);
    expect(worthSending(100, 110)).toBe(true);
    expect(worthSending(100, 60)).toBe(true);
  });
  it('begins once the person stays', () => {
    expect(worthSending(undefined, 2)).toBe(false);
    expect(worthSending(undefined, 5)).toBe(true);
  });
});
