import { merge, type Interval } from './intervals';

/** Players tell the position four times a second; slower machines less often. Longer steps are jumps, at any speed. */
const longestStep = 6;

/** Turns the positions of a player into the stretches that were really watched, and the time that took. */
export class WatchLog {
  private last: { position: number; at: number } | undefined;
  private log: Interval[] = [];
  private spentMillis = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** The player is at this second and plays. */
  at(position: number): void {
    const at = this.now();
    if (this.last) {
      const step = position - this.last.position;
      if (step > 0 && step <= longestStep) {
        this.log = merge(this.log, [{ from: this.last.position, to: position }]);
        this.spentMillis += Math.max(0, at - this.last.at);
      }
    }
    this.last = { position, at };
  }

  /** Paused, jumped or ended: the next position begins a new stretch. */
  rest(): void {
    this.last = undefined;
  }

  /** What was watched since the last time this was asked. */
  take(): { watched: Interval[]; spentSeconds: number } {
    const taken = { watched: this.log, spentSeconds: this.spentMillis / 1000 };
    this.log = [];
    this.spentMillis = 0;
    return taken;
  }
}
