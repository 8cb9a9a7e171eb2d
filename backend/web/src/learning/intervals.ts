/** Stretches of a lesson in seconds, as the API takes them: ordered, apart, each second once. Plain rules, no browser. */
export interface Interval {
  from: number;
  to: number;
}

/** Players report in steps; a gap this short between two reports is none. As the server has it. */
export const seam = 1;

/** The union; what meets or overlaps becomes one. */
export function merge(...lists: readonly (readonly Interval[])[]): Interval[] {
  const ordered = lists
    .flat()
    .filter(({ from, to }) => from >= 0 && to > from && Number.isFinite(to))
    .sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const next of ordered) {
    const last = merged.at(-1);
    if (last && next.from <= last.to + seam) last.to = Math.max(last.to, next.to);
    else merged.push({ ...next });
  }
  return merged;
}

/** What is in the first and not in the second. */
export function without(all: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let left = all.map((each) => ({ ...each }));
  for (const { from, to } of taken) {
    left = left.flatMap((each) => {
      if (to <= each.from || from >= each.to) return [each];
      const pieces = [
        { from: each.from, to: Math.max(each.from, from) },
        { from: Math.min(each.to, to), to: each.to },
      ];
      return pieces.filter((piece) => piece.to > piece.from);
    });
  }
  return left;
}

export function seconds(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
