import { describe, expect, it } from 'vitest';
import { openSpans } from './hours';

const on = (day: 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'SUNDAY', opens: string, closes: string) => ({ day, opens, closes });

describe('openSpans', () => {
  it('puts days that follow each other with the same hours on one line', () => {
    const spans = openSpans([on('TUESDAY', '08:30:00', '17:00:00'), on('MONDAY', '08:30', '17:00'), on('SUNDAY', '09:00', '12:00')]);
    expect(spans).toEqual([
      { first: 'MONDAY', last: 'TUESDAY', times: '08:30–17:00' },
      { first: 'SUNDAY', last: 'SUNDAY', times: '09:00–12:00' },
    ]);
  });

  it('keeps mornings and afternoons of a day together, and days apart that differ', () => {
    const spans = openSpans([on('MONDAY', '14:30', '17:30'), on('MONDAY', '08:30', '11:30'), on('TUESDAY', '08:30', '11:30')]);
    expect(spans.map(({ times }) => times)).toEqual(['08:30–11:30, 14:30–17:30', '08:30–11:30']);
  });
});
