import type { SeriesInput } from '@/api/records';
import { addDays } from '@/shared/cityTime';
import { weekdays } from '../halls/useHalls';

/** How a session comes again, as people say it: a rhythm, and when it ends. */
export const rhythms = ['NEVER', 'WEEKLY', 'BIWEEKLY', 'MONTHLY_ON_DATE', 'MONTHLY_ON_WEEKDAY', 'DAILY'] as const;
export type Rhythm = (typeof rhythms)[number];
export type Weekday = (typeof weekdays)[number];

export interface Repeat {
  rhythm: Rhythm;
  /** With DAILY: 3 is every third day, a market day. */
  every: number;
  weekdays: Weekday[];
  until: string;
}

const weeksAtFirst = 12;
export const once = (day: string): Repeat => ({ rhythm: 'NEVER', every: 1, weekdays: [], until: addDays(day, 7 * weeksAtFirst - 7) });
export const weekdayOf = (day: string): Weekday => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MONDAY';

/** The rule that the API takes; the first session's own weekday is always among those of a weekly one. */
export function ruleOf(repeat: Repeat, firstDay: string): SeriesInput['rule'] {
  const { rhythm, until } = repeat;
  if (rhythm === 'WEEKLY' || rhythm === 'BIWEEKLY') {
    const days = weekdays.filter((each) => each === weekdayOf(firstDay) || repeat.weekdays.includes(each));
    return { rhythm: 'WEEKLY', every: rhythm === 'WEEKLY' ? 1 : 2, weekdays: days, until };
  }
  return { rhythm: rhythm === 'NEVER' ? 'DAILY' : rhythm, every: rhythm === 'DAILY' ? repeat.every : 1, until };
}

/** How many sessions a rule gives, so that nobody plans a hundred by mistake; the server's own count is what stands. */
export function countOf(repeat: Repeat, firstDay: string): number {
  let n = 0;
  for (let day = firstDay, index = 0; day <= repeat.until && n < most; day = addDays(day, 1), index += 1) {
    if (falls(repeat, firstDay, day, index)) n += 1;
  }
  return n;
}

const most = 366;

function falls(repeat: Repeat, first: string, day: string, index: number): boolean {
  const { rhythm } = repeat;
  if (rhythm === 'NEVER') return index === 0;
  if (rhythm === 'DAILY') return index % Math.max(1, repeat.every) === 0;
  if (rhythm === 'MONTHLY_ON_DATE') return day.slice(8) === first.slice(8);
  if (rhythm === 'MONTHLY_ON_WEEKDAY') return weekdayOf(day) === weekdayOf(first) && nthOf(day) === nthOf(first);
  const offset = weekdays.indexOf(weekdayOf(first));
  const week = Math.floor((index + offset) / 7);
  const chosen = weekdayOf(day) === weekdayOf(first) || repeat.weekdays.includes(weekdayOf(day));
  return chosen && (rhythm === 'WEEKLY' || week % 2 === 0);
}

/** 2 for the second Saturday of its month. */
export const nthOf = (day: string): number => Math.floor((Number(day.slice(8)) - 1) / 7) + 1;
