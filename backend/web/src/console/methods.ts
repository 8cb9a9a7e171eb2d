import type { Schemas } from '@/api/schema';

/** Rankings by every method, in the order of the official one. */
export type Methods = Schemas['RankingMethods'];
export type Method = Methods['official'];

export const methodOrder: Method[] = ['TRIMMED_MEAN', 'MEAN', 'MEDIAN', 'JUDGE_ADJUSTED', 'BORDA', 'BRADLEY_TERRY'];

/** The official method first, then the others in their usual order. */
export function columns(methods: Methods): Method[] {
  return [methods.official, ...methodOrder.filter((each) => each !== methods.official)];
}

/** Entries by the official rank; those that it does not rank come last. */
export function rows(methods: Methods): Methods['entries'] {
  const rank = (entry: Methods['entries'][number]) => entry.byMethod[methods.official]?.rank ?? Number.MAX_SAFE_INTEGER;
  return [...methods.entries].sort((a, b) => rank(a) - rank(b) || a.entryId.localeCompare(b.entryId));
}

/** Whether a method would let an entry in, or leave it out, at some line at which awards end. */
export function differs(methods: Methods, entryId: string, method: Method): boolean {
  return methods.warnings.some((each) => each.method === method && [...each.wouldLose, ...each.wouldWin].includes(entryId));
}
