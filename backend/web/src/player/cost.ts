/** What watching costs in data, before it costs it. */
export interface Rung {
  /** Index in the player's list of levels. */
  index: number;
  /** The name people know: 240p. */
  label: string;
  shorterSide: number;
  /** Sound included. */
  bitsPerSecond: number;
}

interface LevelLike {
  width: number;
  height: number;
  bitrate: number;
  averageBitrate?: number;
  name?: string;
}

/** The sound track's usual rate with its container, used when nothing better is known. */
export const soundBitsPerSecond = 56_000;

export function rungsOf(levels: readonly LevelLike[]): Rung[] {
  return levels
    .map((level, index) => {
      const shorterSide = Math.min(level.width || level.height, level.height || level.width) || 0;
      return {
        index,
        label: level.name || `${shorterSide}p`,
        shorterSide,
        bitsPerSecond: level.averageBitrate || level.bitrate,
      };
    })
    .sort((a, b) => a.bitsPerSecond - b.bitsPerSecond);
}

export function bytesFor(bitsPerSecond: number, seconds: number): number {
  return Number.isFinite(seconds) ? Math.max(0, (bitsPerSecond * seconds) / 8) : 0;
}

/** The dearest rung that saves data still: small enough for a phone, large enough to read a blackboard. */
export function saverRung(rungs: readonly Rung[]): Rung | undefined {
  return rungs.filter((rung) => rung.shorterSide <= 240).at(-1) ?? rungs[0];
}

interface ConnectionInfo {
  type?: string;
  saveData?: boolean;
}

/** Whether the person may be paying for each megabyte. A browser that does not tell is taken at its word as unknown. */
export function mayBeMetered(navigator: { connection?: ConnectionInfo; maxTouchPoints?: number }): boolean {
  const { connection } = navigator;
  if (connection?.saveData) return true;
  if (connection?.type) return connection.type === 'cellular';
  return (navigator.maxTouchPoints ?? 0) > 0;
}
