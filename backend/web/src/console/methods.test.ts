import { describe, expect, it } from 'vitest';
import { columns, differs, rows, type Methods } from './methods';

const methods: Methods = {
  official: 'MEAN',
  entries: [
    { entryId: 'unranked', byMethod: {} },
    { entryId: 'b', byMethod: { MEAN: { rank: 2, score: '81.00' }, BORDA: { rank: 1, score: '9' } } },
    { entryId: 'a', byMethod: { MEAN: { rank: 1, score: '82.00' }, BORDA: { rank: 2, score: '8' } } },
  ],
  warnings: [{ places: 1, method: 'BORDA', wouldLose: ['a'], wouldWin: ['b'] }],
  ties: [],
};

describe('ranking methods side by side', () => {
  it('puts the official method first', () => {
    expect(columns(methods)[0]).toBe('MEAN');
    expect(new Set(columns(methods)).size).toBe(6);
  });

  it('goes by the official rank, unranked entries last', () => {
    expect(rows(methods).map(({ entryId }) => entryId)).toEqual(['a', 'b', 'unranked']);
  });

  it('marks who would win or lose by another method', () => {
    expect(differs(methods, 'a', 'BORDA')).toBe(true);
    expect(differs(methods, 'a', 'MEAN')).toBe(false);
    expect(differs(methods, 'unranked', 'BORDA')).toBe(false);
  });
});
