import { describe, expect, it } from 'vitest';
import { averageOf } from './scores';

describe('the average beside the scores', () => {
  it('leaves out what a judge did not give', () => {
    expect(averageOf(['20', '', '21.5'])).toBe('20.8');
  });
  it('is nothing when there is nothing', () => {
    expect(averageOf([''])).toBe('');
    expect(averageOf([])).toBe('');
  });
});
