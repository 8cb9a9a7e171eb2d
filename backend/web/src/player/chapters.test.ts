import { describe, expect, it } from 'vitest';
import { chapterAt, secondsOf, typed } from './chapters';

describe('chapters', () => {
  const chapters = [
    { seconds: 5, title: 'a' },
    { seconds: 60, title: 'b' },
  ];

  it('finds the one that is playing', () => {
    expect(chapterAt(chapters, 4)).toBe(-1);
    expect(chapterAt(chapters, 5)).toBe(0);
    expect(chapterAt(chapters, 3600)).toBe(1);
    expect(chapterAt([], 1)).toBe(-1);
  });

  it.each([
    ['90', 90],
    ['1:30', 90],
    ['1：30', 90],
    ['1:02:03.5', 3723.5],
    ['0:05', 5],
    ['1:60', undefined],
    ['1:2:3:4', undefined],
    ['-1', undefined],
    ['abc', undefined],
    ['', undefined],
  ])('reads %s', (text, seconds) => expect(secondsOf(text)).toBe(seconds));

  it.each([
    [0, '0:00'],
    [95.5, '1:35.5'],
    [59.96, '1:00'],
    [3723, '1:02:03'],
  ])('writes %s', (seconds, text) => {
    expect(typed(seconds)).toBe(text);
    expect(secondsOf(text)).toBeCloseTo(seconds, 0);
  });
});
