import type { Hall } from '@/api/model';

type Opening = Hall['openingHours'][number];
type Day = Opening['day'];

const week: Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

export interface OpenSpan {
  first: Day;
  last: Day;
  /** "08:30–11:30, 14:30–17:30" */
  times: string;
}

/** Days that follow each other with the same hours, together: a week is one line, not seven. */
export function openSpans(hours: readonly Opening[]): OpenSpan[] {
  const spans: OpenSpan[] = [];
  let before = -2;
  for (const [index, day] of week.entries()) {
    const times = timesOf(hours, day);
    if (!times) continue;
    const running = spans.at(-1);
    if (running && before === index - 1 && running.times === times) running.last = day;
    else spans.push({ first: day, last: day, times });
    before = index;
  }
  return spans;
}

function timesOf(hours: readonly Opening[], day: Day): string {
  return hours
    .filter((each) => each.day === day)
    .map(({ opens, closes }) => `${opens.slice(0, 5)}–${closes.slice(0, 5)}`)
    .sort()
    .join(', ');
}
