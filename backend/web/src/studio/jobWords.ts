import type { MediaAsset } from '@/api/model';

/** Which sentence says how far an asset has come, and what may fill it. The sentences are in the message files. */
export interface Said {
  key: string;
  values: Record<string, string | number>;
}

const steps = ['FETCHING', 'INSPECTING', 'TRANSCODING', 'CONVERTING', 'RENDERING_PAGES', 'VERIFYING', 'STORING'];

export function saying(asset: MediaAsset, words: { duration: (seconds: number) => string }, secondsLeft?: number): Said {
  const { job } = asset;
  if (asset.state === 'READY') return ready(asset, words);
  if (asset.state === 'REFUSED') return { key: 'studio.asset.refused', values: {} };
  if (asset.state === 'FAILED') return { key: 'studio.asset.failed', values: {} };
  if (!job || job.state === 'QUEUED') return { key: 'studio.asset.queued', values: {} };
  const step = steps.includes(job.step ?? '') ? `studio.step.${job.step}` : 'studio.step.other';
  const values = { percent: Math.floor(job.percent ?? 0), left: secondsLeft ? words.duration(secondsLeft) : '' };
  return { key: secondsLeft ? `${step}.left` : `${step}.plain`, values };
}

function ready(asset: MediaAsset, words: { duration: (seconds: number) => string }): Said {
  if (asset.kind === 'DOCUMENT') return { key: 'studio.asset.readyDocument', values: { n: asset.pages ?? 0 } };
  if (asset.kind === 'PHOTO') return { key: 'studio.asset.readyPhoto', values: {} };
  const length = words.duration(asset.durationSeconds ?? 0);
  const sound = asset.audioOnly || asset.renditions.length === 0;
  if (sound) return { key: 'studio.asset.readySound', values: { length } };
  return { key: 'studio.asset.readyVideo', values: { length, rungs: asset.renditions.join(' · ') } };
}

/** Time left by the pace since it was first looked at; undefined until the pace can be told. */
export class Pace {
  private first: { at: number; percent: number } | undefined;

  constructor(private readonly now: () => number = Date.now) {}

  secondsLeft(percent: number): number | undefined {
    const at = this.now();
    if (!this.first || percent < this.first.percent) this.first = { at, percent };
    const gained = percent - this.first.percent;
    const elapsed = (at - this.first.at) / 1000;
    if (gained < 2 || elapsed < 5) return undefined;
    return ((100 - percent) * elapsed) / gained;
  }
}
