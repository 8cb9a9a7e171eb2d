import type { Contest, Entry } from '@/api/model';
import type { FieldProblem } from '@/api/problem';
import type { SheetTable } from '../statistics/sheet';

/** A wrong cell of a spreadsheet: the API names it rows[17].column. */
export interface WrongCell {
  row: number;
  column: string;
  message: string;
}

export function wrongCells(problems: readonly FieldProblem[], rubric: Contest['rubric'], heads: { number: string; judge: string }): WrongCell[] {
  return problems.map(({ field, message }) => {
    const [, row = '0', column = field] = /^rows\[(\d+)\]\.(.*)$/.exec(field) ?? [];
    const named = column === 'number' ? heads.number : column === 'judge' ? heads.judge : (rubric.find(({ id }) => id === column)?.name ?? column);
    return { row: Number(row), column: named, message };
  });
}

/**
 * A sheet to print or to fill in: a row for each entry and each of its judges, a column for each criterion. Judges who share
 * a name stand there by their number, so that nobody has to look it up.
 */
export function blankScores(contest: Contest, entries: readonly Entry[], heads: { number: string; judge: string; comment: string }): SheetTable {
  const seated = contest.judges ?? [];
  const namesakes = new Set(seated.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at));
  const judges = new Map(seated.filter(({ name }) => !namesakes.has(name)).map(({ id, name }) => [id, name]));
  const rows = entries
    .filter(({ exclusion, number }) => !exclusion && number !== undefined)
    .flatMap((entry) => (entry.judgeIds ?? []).map((id) => [entry.number ?? 0, judges.get(id) ?? id, ...contest.rubric.map(() => ''), '']));
  return { headings: [heads.number, heads.judge, ...contest.rubric.map(({ name }) => name), heads.comment], rows };
}
