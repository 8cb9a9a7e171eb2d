import { computed } from 'vue';
import { lecturerName } from '../records/names';
import type { useRoster } from './useRoster';

/** The people of a roster as they are shown, and who of them was at a course. */
export function useRosterLines(roster: ReturnType<typeof useRoster>) {
  const lines = computed(() =>
    [...roster.rows.values()].map(({ trainee }) => ({ trainee, input: roster.shown(trainee.lecturerId), name: lecturerName(trainee.lecturerId) })),
  );
  const ids = () => lines.value.map(({ trainee }) => trainee.lecturerId);
  const everybody = (code: string) => lines.value.length > 0 && lines.value.every(({ input }) => input.attended.includes(code));
  const came = (code: string) => lines.value.filter(({ input }) => input.attended.includes(code)).length;
  return { lines, ids, everybody, came };
}
