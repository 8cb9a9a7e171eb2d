import type { Criterion, NewContest } from '@/api/model';

/** A contest being set up, with the usual rubric of its kind to begin from. */
type Kind = NewContest['kind'];

/** Names are message keys until the person writes their own; the points add up to 100. */
const usual: Record<Kind, [name: string, max: number][]> = {
  LECTURE_VIDEO: [
    ['console.rubric.usual.content', 40],
    ['console.rubric.usual.speech', 35],
    ['console.rubric.usual.craft', 25],
  ],
  LESSON_PLAN: [
    ['console.rubric.usual.goal', 30],
    ['console.rubric.usual.content', 40],
    ['console.rubric.usual.method', 30],
  ],
  OUTSTANDING_LECTURER: [
    ['console.rubric.usual.sessions', 30],
    ['console.rubric.usual.quality', 30],
    ['console.rubric.usual.response', 20],
    ['console.rubric.usual.growth', 20],
  ],
};

export function usualRubric(kind: Kind, t: (key: string) => string): Criterion[] {
  return usual[kind].map(([name, max], index) => ({ id: `c${index + 1}`, name: t(name), weight: 1, max, step: 0.5 }));
}

/** The next free id, so that ids stay the same while rows come and go. */
export function nextCriterionId(rubric: readonly Criterion[]): string {
  const taken = rubric.map(({ id }) => Number(/^c(\d+)$/.exec(id)?.[1] ?? 0));
  return `c${Math.max(0, ...taken) + 1}`;
}

export function totalPoints(rubric: readonly Criterion[]): number {
  return Number(rubric.reduce((sum, { max, weight }) => sum + max * weight, 0).toFixed(4));
}

export type DraftProblem = 'title' | 'times' | 'period' | 'rubric' | 'criterion' | 'step';

export function problemsOf(draft: NewContest): DraftProblem[] {
  const found: DraftProblem[] = [];
  if (draft.title.trim() === '') found.push('title');
  if (!(Date.parse(draft.opensAt) < Date.parse(draft.closesAt))) found.push('times');
  if (draft.dossier && draft.dossier.from > draft.dossier.until) found.push('period');
  if (draft.rubric.length === 0) found.push('rubric');
  if (draft.rubric.some(({ name, max, weight }) => name.trim() === '' || !(max > 0) || !(weight > 0))) found.push('criterion');
  if (draft.rubric.some(({ max, step }) => !(step > 0) || step > max || !divides(step, max))) found.push('step');
  return found;
}

function divides(step: number, max: number): boolean {
  const times = max / step;
  return Math.abs(times - Math.round(times)) < 1e-9;
}
