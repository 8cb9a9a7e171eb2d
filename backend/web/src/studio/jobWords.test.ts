import { describe, expect, it } from 'vitest';
import type { MediaAsset } from '@/api/model';
import { Pace, saying } from './jobWords';

const words = { duration: (seconds: number) => `${seconds}s` };
const asset = (patch: Partial<MediaAsset>): MediaAsset => ({
  id: 'a',
  kind: 'VIDEO',
  state: 'PROCESSING',
  fileName: 'a.mp4',
  createdAt: '2026-11-24T00:00:00Z',
  published: false,
  playable: false,
  renditions: [],
  encodesAgain: false,
  fullHd: false,
  job: { state: 'QUEUED', percent: 0, attempt: 0, rungs: [] },
  ...patch,
});
/** Steps come over the wire, so a newer server may name one that this app's types do not have. */
const running = (step: string, percent: number): MediaAsset['job'] => ({
  state: 'RUNNING',
  step: step as MediaAsset['job']['step'],
  percent,
  attempt: 1,
  rungs: [],
});

describe('what a row says', () => {
  it('is the step in words with the percent, and the time left once it is known', () => {
    expect(saying(asset({ job: running('TRANSCODING', 42.7) }), words)).toEqual({
      key: 'studio.step.TRANSCODING.plain',
      values: { percent: 42, left: '' },
    });
    expect(saying(asset({ job: running('TRANSCODING', 42) }), words, 180).values).toEqual({ percent: 42, left: '180s' });
  });
  it('stays true when the server knows steps that this app does not', () => {
    expect(saying(asset({ job: running('POLISHING', 10) }), words).key).toBe('studio.step.other.plain');
  });
  it('tells what can be done with what is ready', () => {
    const video = asset({ state: 'READY', durationSeconds: 60, renditions: ['144p', '240p'] });
    expect(saying(video, words)).toEqual({ key: 'studio.asset.readyVideo', values: { length: '60s', rungs: '144p · 240p' } });
    expect(saying(asset({ state: 'READY', durationSeconds: 60, audioOnly: true }), words).key).toBe('studio.asset.readySound');
    expect(saying(asset({ state: 'READY', kind: 'DOCUMENT', pages: 6 }), words).values).toEqual({ n: 6 });
  });
  it('waits in words', () => {
    expect(saying(asset({}), words).key).toBe('studio.asset.queued');
  });
});

describe('Pace', () => {
  it('tells nothing until it knows, then what is left at this pace', () => {
    let clock = 0;
    const pace = new Pace(() => clock);
    expect(pace.secondsLeft(10)).toBeUndefined();
    clock = 10_000;
    expect(pace.secondsLeft(11)).toBeUndefined();
    expect(pace.secondsLeft(20)).toBe(80);
  });
  it('begins anew with another attempt', () => {
    let clock = 0;
    const pace = new Pace(() => clock);
    pace.secondsLeft(50);
    clock = 10_000;
    expect(pace.secondsLeft(5)).toBeUndefined();
    clock = 20_000;
    expect(pace.secondsLeft(15)).toBe(85);
  });
});
