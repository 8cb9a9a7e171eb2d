import { describe, expect, it } from 'vitest';
import { moved, placeAmong } from './order';

describe('moved', () => {
  it('puts one item at another place and keeps the order of the others', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });
  it('stops at the ends, and loses nothing', () => {
    expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
    expect(moved(['a', 'b'], 1, -3)).toEqual(['b', 'a']);
    expect(moved(['a', 'b'], 7, 0)).toEqual(['a', 'b']);
  });
});

describe('placeAmong', () => {
  it('is behind every row whose middle the finger has passed', () => {
    expect([5, 20, 45, 90].map((y) => placeAmong([10, 30, 50], y))).toEqual([0, 1, 2, 3]);
  });
});
