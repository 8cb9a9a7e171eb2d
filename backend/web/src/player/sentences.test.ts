import { describe, expect, it } from 'vitest';
import { sentences } from './sentences';

describe('sentences', () => {
  it('end where people breathe', () => {
    expect(sentences('芒果要疏花。怎么疏？先看树势。\n\n再动手')).toEqual(['芒果要疏花。', '怎么疏？', '先看树势。', '再动手']);
    expect(sentences('First prune. Then water 1.5 l.')).toEqual(['First prune.', 'Then water 1.5 l.']);
  });
  it('break long ones at commas', () => {
    const long = '一二三四五六七八九十，'.repeat(20);
    expect(sentences(long).every((each) => each.length <= 120)).toBe(true);
  });
  it('leave out what cannot be said', () => expect(sentences('……。\n—')).toEqual([]));
});
