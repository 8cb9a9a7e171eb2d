import type { SlideTurn } from '@/api/model';

/** The page that is on at a time; before the first turn, that of the first. */
export function pageAt(turns: SlideTurn[], seconds: number): number {
  const before = turns.filter((turn) => turn.seconds <= seconds);
  return (before.at(-1) ?? turns[0])?.page ?? 1;
}

/** The turn that is on; -1 before the first. */
export const turnAt = (turns: SlideTurn[], seconds: number): number => turns.filter((turn) => turn.seconds <= seconds).length - 1;
