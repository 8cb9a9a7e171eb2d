import type { MediaJob } from '@/api/records';

/** How a job's state looks. */
export const tone = (job: MediaJob): '' | 'good' | 'warn' | 'bad' =>
  ({ QUEUED: '', RUNNING: 'warn', DONE: 'good', REFUSED: 'bad', FAILED: 'bad' })[job.state] as '' | 'good' | 'warn' | 'bad';

/** What a job makes, among the names of kinds. */
export const kindOf = (job: Pick<MediaJob, 'work' | 'kind'>): MediaJob['kind'] | 'PACK' => (job.work === 'PACK' ? 'PACK' : job.kind);

/** What is asked for when a kind is chosen; plain files are made of videos, but are no uploads. */
export function ofKind(kind: string): { work?: MediaJob['work']; kind?: MediaJob['kind'] } {
  if (kind === 'PACK') return { work: 'PACK' };
  return kind ? { work: 'ASSET', kind: kind as MediaJob['kind'] } : {};
}

/** Which sentence says how far a job is, and what may fill it. */
export function saying(job: MediaJob, duration: (seconds: number) => string): { key: string; values: Record<string, string | number> } {
  if (job.state !== 'RUNNING') return { key: `operations.state.${job.state}`, values: {} };
  const step = `operations.step.${job.step ?? 'other'}`;
  const values = { percent: job.percent, left: job.etaSeconds ? duration(job.etaSeconds) : '' };
  return { key: `${step}.${job.etaSeconds ? 'left' : 'plain'}`, values };
}

/** Days as people choose them are whole days of the city; the bounds are moments. */
export function dayBounds(from: string, to: string): { from?: string; to?: string } {
  const start = /^\d{4}-\d\d-\d\d$/.test(from) ? new Date(`${from}T00:00:00+08:00`) : undefined;
  const end = /^\d{4}-\d\d-\d\d$/.test(to) ? new Date(new Date(`${to}T00:00:00+08:00`).getTime() + 86_400_000) : undefined;
  return {
    ...(start && !Number.isNaN(start.getTime()) ? { from: start.toISOString() } : {}),
    ...(end && !Number.isNaN(end.getTime()) ? { to: end.toISOString() } : {}),
  };
}
