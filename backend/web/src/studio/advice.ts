import type { MediaAsset } from '@/api/model';

export type Finding = NonNullable<MediaAsset['advice']>['findings'][number];

/** A finding in the words of the message files. */
export interface SaidFinding {
  key: string;
  seconds: number;
  length: number;
}

const kinds = ['SILENCE', 'CLIPPING', 'QUIET', 'BLACK', 'FROZEN'];

/** What this page has words for; a newer server may find more. Recordings that are soft or overdriven are so from the start. */
export function said(findings: Finding[]): SaidFinding[] {
  return findings
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, seconds, lengthSeconds }) => ({ key: `studio.advice.${kind}`, seconds: Math.floor(seconds), length: lengthSeconds }));
}

/** The points that are not chapters yet: none within a few seconds of one that is there. */
export function fresh(points: number[], there: (number | undefined)[]): number[] {
  const near = 5;
  return points.filter((point) => !there.some((each) => each !== undefined && Math.abs(each - point) < near));
}
