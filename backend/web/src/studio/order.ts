/** The list with one item at another place; places outside mean the nearest end. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = [...items];
  const [item] = rest.splice(from, 1);
  if (item === undefined) return rest;
  rest.splice(Math.min(Math.max(0, to), rest.length), 0, item);
  return rest;
}

/** Which place among the other rows a finger points to, given their middles from top to bottom. */
export function placeAmong(middles: readonly number[], y: number): number {
  return middles.filter((middle) => middle < y).length;
}
