import { describe, expect, it } from 'vitest';
import { fresh, said, type Finding } from './advice';

const finding = (kind: string, seconds: number, lengthSeconds: number) => ({ kind, seconds, lengthSeconds }) as Finding;

describe('advice', () => {
  it('is said in whole seconds, and only where there are words for it', () => {
    expect(said([finding('BLACK', 12.5, 8), finding('UPSIDE_DOWN', 0, 3)])).toEqual([
      { key: 'studio.advice.BLACK', seconds: 12, length: 8 },
    ]);
  });

  it('does not propose a chapter beside one that is there', () => {
    expect(fresh([0, 95, 240], [undefined, 0, 92])).toEqual([240]);
    expect(fresh([0, 95], [])).toEqual([0, 95]);
  });
});
