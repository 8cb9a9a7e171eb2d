import { describe, expect, it } from 'vitest';
import { goesOn, ruleOf } from './promotion';

const places = [[1, '95.00'], [2, '91.50'], [2, '91.50'], [4, '88.00'], [5, '70.00']].map(([rank, score]) => ({ rank: Number(rank), score: String(score) }));
const ranks = (way: 'quota' | 'percent' | 'minimum', value: number) => goesOn(places, way, value).map(({ rank }) => rank);

describe('who goes on', () => {
  it('takes everybody who shares the rank at the line', () => {
    expect(ranks('quota', 2)).toEqual([1, 2, 2]);
    expect(ranks('quota', 3)).toEqual([1, 2, 2]);
    expect(ranks('quota', 4)).toEqual([1, 2, 2, 4]);
  });

  it('takes a share or a score', () => {
    expect(ranks('percent', 40)).toEqual([1, 2, 2]);
    expect(ranks('minimum', 88)).toEqual([1, 2, 2, 4]);
    expect(ranks('minimum', 0)).toEqual([]);
  });

  it('reads the rule that a snapshot tells', () => {
    expect([ruleOf('quota 2'), ruleOf('minimum 88.5'), ruleOf('?')]).toEqual([{ way: 'quota', value: '2' }, { way: 'minimum', value: '88.5' }, undefined]);
  });
});
