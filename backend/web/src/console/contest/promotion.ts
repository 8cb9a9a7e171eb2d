import type { Ranking } from '@/api/model';

export type Way = 'quota' | 'percent' | 'minimum';
type Placed = Pick<Ranking['items'][number], 'entryId' | 'rank' | 'score' | 'title' | 'entrant' | 'region'>;

/** Who would go on, as the server decides it: whoever shares the rank at the line goes on as well. */
export function goesOn<T extends Pick<Placed, 'rank' | 'score'>>(places: readonly T[], way: Way, value: number): T[] {
  if (!(value > 0)) return [];
  if (way === 'minimum') return places.filter(({ score }) => Number(score) >= value);
  const line = way === 'quota' ? value : Math.max(1, Math.floor((places.length * value) / 100));
  return places.filter(({ rank }) => rank <= line);
}

/** “quota 2” of a snapshot, for a sentence. */
export function ruleOf(told: string): { way: Way; value: string } | undefined {
  const [, way, value] = /^(quota|percent|minimum) (\S+)$/.exec(told) ?? [];
  return way && value ? { way: way as Way, value } : undefined;
}
