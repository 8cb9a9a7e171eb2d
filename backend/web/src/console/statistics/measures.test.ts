import { describe, expect, it } from 'vitest';
import { ranked, stepOf, textOf, valueOf } from './measures';

const figures = { attendances: 620, sessions: 10, recorded: 9, stars: 45, ratings: 10 };

describe('measures', () => {
  it('are counted per session and per rating', () => {
    expect(valueOf(figures, 'perSession')).toBe(62);
    expect(textOf(figures, 'recorded')).toBe('90%');
    expect(textOf(figures, 'stars')).toBe('4.5');
  });

  it('say nothing where there is nothing to divide by', () => {
    const empty = { attendances: 0, sessions: 0, recorded: 0, stars: 0, ratings: 0 };
    expect(textOf(empty, 'perSession')).toBe('—');
    expect(textOf(empty, 'stars')).toBe('—');
    expect(valueOf(empty, 'recorded')).toBe(0);
  });

  it('colour by share of the greatest, with a colour of its own for nothing', () => {
    expect([0, 1, 20, 50, 100].map((value) => stepOf(value, 100))).toEqual([0, 1, 1, 3, 5]);
    expect(stepOf(0, 0)).toBe(0);
  });

  it('rank from the greatest', () => {
    const lines = [1, 3, 2].map((sessions) => ({ figures: { ...figures, sessions } }));
    expect(ranked(lines, 'sessions').map((line) => line.figures.sessions)).toEqual([3, 2, 1]);
  });
});
