import { describe, expect, it } from 'vitest';
import type { MediaJob } from '@/api/records';
import { dayBounds, kindOf, ofKind, saying, tone } from './words';

const job = (more: Partial<MediaJob>) => ({ state: 'QUEUED', percent: 0, ...more }) as MediaJob;
const minutes = (seconds: number) => `${seconds / 60} min`;

describe('jobs in words', () => {
  it('says the step, how far it is and how long it takes', () => {
    expect(saying(job({ state: 'RUNNING', step: 'TRANSCODING', percent: 42, etaSeconds: 180 }), minutes)).toEqual({
      key: 'operations.step.TRANSCODING.left',
      values: { percent: 42, left: '3 min' },
    });
    expect(saying(job({ state: 'RUNNING', percent: 1 }), minutes).key).toBe('operations.step.other.plain');
    expect(saying(job({ state: 'FAILED' }), minutes).key).toBe('operations.state.FAILED');
  });
  it('tells plain files from the videos of which they are made', () => {
    expect(kindOf(job({ work: 'PACK', kind: 'VIDEO' }))).toBe('PACK');
    expect(kindOf(job({ work: 'ASSET', kind: 'PHOTO' }))).toBe('PHOTO');
    expect(ofKind('PACK')).toEqual({ work: 'PACK' });
    expect(ofKind('VIDEO')).toEqual({ work: 'ASSET', kind: 'VIDEO' });
    expect(ofKind('')).toEqual({});
  });
  it('marks what went wrong', () => {
    expect(tone(job({ state: 'FAILED' }))).toBe('bad');
    expect(tone(job({ state: 'DONE' }))).toBe('good');
  });
});

describe('days', () => {
  it('are the city’s, the last one included', () => {
    expect(dayBounds('2026-05-01', '2026-05-01')).toEqual({ from: '2026-04-30T16:00:00.000Z', to: '2026-05-01T16:00:00.000Z' });
  });
  it('that are none are not asked for', () => {
    expect(dayBounds('', '2026-99-99')).toEqual({});
  });
});
