import { describe, expect, it } from 'vitest';
import { merge, seconds, without } from './intervals';

const span = (from: number, to: number) => ({ from, to });

describe('merge', () => {
  it('joins what meets, overlaps or is a step apart', () => {
    expect(merge([span(30, 60), span(0, 29.5)], [span(59, 70), span(90, 91)])).toEqual([span(0, 70), span(90, 91)]);
  });

  it('is the same in any order and however often', () => {
    const a = [span(0, 5), span(40, 50)];
    const b = [span(4, 20), span(100, 120)];
    expect(merge(b, a, b)).toEqual(merge(a, b));
  });

  it('leaves out what is no stretch of time', () => {
    expect(merge([span(5, 5), span(9, 3), span(-1, 4), span(0, Infinity), span(NaN, 4)])).toEqual([]);
  });

  it('does not touch what it is given', () => {
    const given = [span(0, 10)];
    merge(given, [span(5, 20)]);
    expect(given).toEqual([span(0, 10)]);
  });
});

describe('without', () => {
  it('cuts out of the middle, the ends and the whole', () => {
    expect(without([span(0, 100)], [span(20, 30), span(90, 120)])).toEqual([span(0, 20), span(30, 90)]);
    expect(without([span(10, 20)], [span(0, 50)])).toEqual([]);
    expect(without([span(10, 20)], [span(30, 50)])).toEqual([span(10, 20)]);
  });

  it('takes away exactly what was there', () => {
    for (let round = 0; round < 200; round += 1) {
      const some = () => Array.from({ length: 6 }, () => Math.floor(Math.random() * 300)).map((from) => span(from, from + 1 + Math.floor(Math.random() * 40)));
      const [all, taken] = [merge(some()), merge(some())];
      const left = without(all, taken);
      const seen = (list: { from: number; to: number }[], at: number) => list.some(({ from, to }) => at > from && at < to);
      const instants = Array.from({ length: 350 }, (_, second) => second + 0.5);
      expect(instants.filter((at) => seen(left, at) !== (seen(all, at) && !seen(taken, at)))).toEqual([]);
    }
  });
});

describe('seconds', () => {
  it('adds up', () => expect(seconds([span(0, 10), span(20, 25.5)])).toBe(15.5));
});
