import { describe, expect, it } from 'vitest';
import { pageAt, turnAt } from './slides';

const turns = [
  { seconds: 5, page: 1 },
  { seconds: 30, page: 4 },
  { seconds: 60.5, page: 2 },
];

describe('slides beside a video', () => {
  it('turn with the playing time, forwards and back', () => {
    expect([5, 29.9, 30, 60.4, 60.5, 900].map((seconds) => pageAt(turns, seconds))).toEqual([1, 1, 4, 4, 2, 2]);
    expect([5, 30, 61].map((seconds) => turnAt(turns, seconds))).toEqual([0, 1, 2]);
  });

  it('show the first page before it is turned to', () => {
    expect(pageAt(turns, 0)).toBe(1);
    expect(turnAt(turns, 0)).toBe(-1);
  });

  it('have a page in any case', () => {
    expect(pageAt([], 10)).toBe(1);
  });
});
