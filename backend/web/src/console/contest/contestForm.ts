import type { Contest, NewContest } from '@/api/model';
import { addDays, cityClock, cityDay, fromCity } from '@/shared/cityTime';
import { usualRubric } from '../contestDraft';
import { rulesOf, toRequest, type Rules } from '../contestRules';

/** What may be entered, as the form asks for it; zero where there is no limit. */
export interface Terms {
  categories: string[];
  entriesEach: number;
  coPresenters: number;
  graceMinutes: number;
  maxMinutes: number;
  maxPages: number;
  certifiedOnly: boolean;
}

/** A contest in an officer's hands, days and hours by the city's clock. */
export interface ContestForm {
  title: string;
  kind: NewContest['kind'];
  opensDay: string;
  opensClock: string;
  closesDay: string;
  closesClock: string;
  rubric: NewContest['rubric'];
  deductions: NonNullable<NewContest['deductions']>;
  ranking: NewContest['ranking'];
  terms: Terms;
  rules: Rules;
  dossier: { from: string; until: string; minSessions: number; named: boolean };
  /** The frame of lesson plans, which this form does not show but must not lose. */
  template?: string;
}

const usualTiers: [tier: string, amount: number][] = [
  ['first', 1],
  ['second', 3],
  ['third', 5],
];

/** A month to hand in from now on, with the usual rubric, three awards and no vote. */
export function newForm(t: (key: string) => string, now = new Date()): ContestForm {
  const today = cityDay(now);
  const year = today.slice(0, 4);
  return {
    title: '',
    kind: 'LECTURE_VIDEO',
    opensDay: today,
    opensClock: cityClock(now),
    closesDay: addDays(today, 30),
    closesClock: '18:00',
    rubric: usualRubric('LECTURE_VIDEO', t),
    deductions: [],
    ranking: { method: 'TRIMMED_MEAN', drop: 1, scale: 2 },
    terms: { categories: [], entriesEach: 20, coPresenters: 5, graceMinutes: 0, maxMinutes: 0, maxPages: 0, certifiedOnly: false },
    rules: {
      judgesPerEntry: 0,
      awards: usualTiers.map(([tier, amount]) => ({ tier: t(`console.rules.tiers.${tier}`), amount, by: 'count', perCategory: false })),
      vote: 'none',
      voteDay: addDays(today, 60),
      voteClock: '18:00',
      votePercent: 5,
    },
    dossier: { from: `${year}-01-01`, until: `${year}-12-31`, minSessions: 0, named: false },
  };
}

/** A contest that was set up before, to be changed. */
export function formOf(contest: Contest, t: (key: string) => string): ContestForm {
  const usual = newForm(t);
  const { categories, maxSeconds, maxPages, template, ...terms } = contest.terms;
  const { votePercent: _, rounding, ...ranking } = contest.ranking;
  return {
    title: contest.title,
    kind: contest.kind,
    opensDay: cityDay(contest.opensAt),
    opensClock: cityClock(contest.opensAt),
    closesDay: cityDay(contest.closesAt),
    closesClock: cityClock(contest.closesAt),
    rubric: contest.rubric.map((each) => ({ ...each })),
    deductions: contest.deductions.map((each) => ({ ...each })),
    ranking: { ...ranking, rounding: rounding as NonNullable<NewContest['ranking']['rounding']> },
    terms: { ...usual.terms, ...terms, categories: [...(categories ?? [])], maxMinutes: (maxSeconds ?? 0) / 60, maxPages: maxPages ?? 0 },
    rules: rulesOf(contest, usual.rules),
    dossier: { ...usual.dossier, ...contest.dossier },
    ...(template ? { template } : {}),
  };
}

/** The form in the words of the API. */
export function draftOf(form: ContestForm): NewContest {
  const { votePercent, ...rules } = toRequest(form.rules);
  return {
    title: form.title.trim(),
    kind: form.kind,
    opensAt: fromCity(form.opensDay, form.opensClock),
    closesAt: fromCity(form.closesDay, form.closesClock),
    rubric: form.rubric,
    deductions: form.deductions.filter(({ name }) => name.trim() !== ''),
    ranking: { ...form.ranking, ...(votePercent ? { votePercent } : {}) },
    terms: termsOf(form),
    ...rules,
    ...(form.kind === 'OUTSTANDING_LECTURER' ? { dossier: { ...form.dossier } } : {}),
  };
}

function termsOf({ kind, template, terms }: ContestForm): NonNullable<NewContest['terms']> {
  const { categories, maxMinutes, maxPages, ...others } = terms;
  return {
    ...others,
    categories: [...new Set(categories.map((each) => each.trim()).filter((each) => each !== ''))],
    ...(kind === 'LECTURE_VIDEO' && maxMinutes > 0 ? { maxSeconds: Math.round(maxMinutes * 60) } : {}),
    ...(kind === 'LESSON_PLAN' && maxPages > 0 ? { maxPages } : {}),
    ...(template ? { template } : {}),
  };
}
