import type { Figures } from '@/api/records';

/** What a county can be coloured by. */
export const measures = ['attendances', 'sessions', 'perSession', 'recorded', 'stars'] as const;
export type Measure = (typeof measures)[number];

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);

export function valueOf(figures: Figures, measure: Measure): number {
  if (measure === 'attendances' || measure === 'sessions') return figures[measure];
  if (measure === 'perSession') return ratio(figures.attendances, figures.sessions);
  if (measure === 'recorded') return ratio(figures.recorded, figures.sessions);
  return ratio(figures.stars, figures.ratings);
}

/** 1,204 · 62.3 · 87% · 4.6; a dash where there is nothing to divide by. */
export function textOf(figures: Figures, measure: Measure): string {
  const value = valueOf(figures, measure);
  if (measure === 'attendances' || measure === 'sessions') return value.toLocaleString('en');
  if (measure === 'stars') return figures.ratings > 0 ? value.toFixed(1) : '—';
  if (figures.sessions === 0) return '—';
  return measure === 'recorded' ? `${Math.round(value * 100)}%` : value.toFixed(1);
}

/** A step from 0 (nothing) to 5 (the most), by share of the greatest. */
export function stepOf(value: number, greatest: number): number {
  if (value <= 0 || greatest <= 0) return 0;
  return Math.min(5, Math.max(1, Math.ceil((value / greatest) * 5)));
}

const bySize = (measure: Measure) => (a: { figures: Figures }, b: { figures: Figures }) => valueOf(b.figures, measure) - valueOf(a.figures, measure);
export const ranked = <T extends { figures: Figures }>(lines: readonly T[], measure: Measure): T[] => [...lines].sort(bySize(measure));
export const none: Figures = { attendances: 0, ratings: 0, recorded: 0, sessions: 0, stars: 0 };
