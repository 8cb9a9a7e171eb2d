import type { Criterion } from '@/api/model';

/** Scores travel and are kept as decimal strings; no arithmetic is done on them here that could bend them. */
export type Scores = Record<string, string>;

const decimals = (step: number) => (String(step).split('.')[1] ?? '').length;

/** What was typed as the score it means, or undefined when it is none: out of range, or between two steps. */
export function readScore(typed: string, { max, step }: Criterion): string | undefined {
  const text = typed.trim().replace(/[，,。]/, '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  const steps = value / step;
  if (value > max || Math.abs(steps - Math.round(steps)) > 1e-6) return undefined;
  return trim(value.toFixed(decimals(step)));
}

/** One step up or down from where it is; from nothing, up starts at the middle. */
export function stepScore(current: string | undefined, by: 1 | -1, { max, step }: Criterion): string {
  const places = decimals(step);
  if (current === undefined || current === '') return trim((Math.round(max / 2 / step) * step).toFixed(places));
  const next = Math.min(max, Math.max(0, Number(current) + by * step));
  return trim(next.toFixed(places));
}

export function isComplete(scores: Scores, rubric: readonly Criterion[]): boolean {
  return rubric.every((criterion) => readScore(scores[criterion.id] ?? '', criterion) !== undefined);
}

/** The sheet's total so far: a point of a criterion counts as much as its weight. */
export function total(scores: Scores, rubric: readonly Criterion[]): string {
  const sum = rubric.reduce((so, { id, weight }) => so + Number(scores[id] || 0) * weight, 0);
  return trim(sum.toFixed(2));
}

function trim(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
