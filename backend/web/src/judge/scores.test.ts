import { describe, expect, it } from 'vitest';
import type { Criterion } from '@/api/model';
import { isComplete, readScore, stepScore, total } from './scores';

const criterion = (max: number, step: number, id = 'a', weight = 1): Criterion => ({ id, name: id, weight, max, step });

describe('a typed score', () => {
  it('is kept as the decimal it is', () => {
    expect(readScore('8.5', criterion(10, 0.5))).toBe('8.5');
    expect(readScore('8.50', criterion(10, 0.5))).toBe('8.5');
    expect(readScore(' 10 ', criterion(10, 0.5))).toBe('10');
    expect(readScore('0', criterion(10, 0.5))).toBe('0');
    expect(readScore('20', criterion(40, 1))).toBe('20');
  });
  it('may be typed with a Chinese keyboard’s comma or stop', () => {
    expect(readScore('8。5', criterion(10, 0.5))).toBe('8.5');
    expect(readScore('8，5', criterion(10, 0.5))).toBe('8.5');
    expect(readScore('8,5', criterion(10, 0.5))).toBe('8.5');
  });
  it('is none when it is too high, between steps, negative or no number', () => {
    for (const typed of ['10.5', '8.3', '-1', '', 'good', '1e1', '8.', '.5']) {
      expect([typed, readScore(typed, criterion(10, 0.5))]).toEqual([typed, undefined]);
    }
  });
  it('fits fine steps in spite of binary fractions', () => {
    expect(readScore('0.3', criterion(1, 0.1))).toBe('0.3');
    expect(readScore('9.7', criterion(10, 0.1))).toBe('9.7');
  });
});

describe('arrow keys', () => {
  it('move by a step and stop at the ends', () => {
    expect(stepScore('8.5', 1, criterion(10, 0.5))).toBe('9');
    expect(stepScore('10', 1, criterion(10, 0.5))).toBe('10');
    expect(stepScore('0', -1, criterion(10, 0.5))).toBe('0');
    expect(stepScore('0.2', 1, criterion(1, 0.1))).toBe('0.3');
  });
  it('begin in the middle', () => {
    expect(stepScore(undefined, 1, criterion(10, 0.5))).toBe('5');
    expect(stepScore('', -1, criterion(25, 1))).toBe('13');
  });
});

describe('a sheet', () => {
  const rubric = [criterion(40, 0.5, 'a'), criterion(10, 0.5, 'b', 2.5)];
  it('is complete when every criterion has its score, zero included', () => {
    expect(isComplete({ a: '0', b: '9.5' }, rubric)).toBe(true);
    expect(isComplete({ a: '30' }, rubric)).toBe(false);
    expect(isComplete({ a: '30', b: '11' }, rubric)).toBe(false);
  });
  it('adds up by weight', () => {
    expect(total({ a: '36.5', b: '9.5' }, rubric)).toBe('60.25');
    expect(total({}, rubric)).toBe('0');
  });
});
