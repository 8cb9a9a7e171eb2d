/** Where a lesson goes on, and when a position is worth sending. Plain rules, no browser. */
export interface Position {
  positionSeconds: number;
  /** Milliseconds since 1970, when the person was there. */
  at: number;
}

const tooEarly = 5;
const closing = 15;

/** Of what this device and the server remember, the later memory counts: people go back on purpose, too. */
export function laterOf(local: Position | undefined, remote: Position | undefined): Position | undefined {
  if (!local || !remote) return local ?? remote;
  return local.at > remote.at ? local : remote;
}

/** The second to start at: not a few seconds in, and from the beginning again when only the closing words are left. */
export function startAt(position: number | undefined, duration: number | undefined): number {
  if (position === undefined || !Number.isFinite(position) || position < tooEarly) return 0;
  if (duration !== undefined && duration > 0 && position > duration - Math.min(closing, duration * 0.05)) return 0;
  return position;
}

export const sendEvery = 10;

/** A difference past the threshold, forwards or backwards. */
export function worthSending(lastSent: number | undefined, position: number): boolean {
  return lastSent === undefined ? position >= tooEarly : Math.abs(position - lastSent) >= sendEvery;
}
