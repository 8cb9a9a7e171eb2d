/** How fast bytes go out, over the last seconds, so that a stalled line shows and an old burst does not. */
export class RateMeter {
  private samples: { at: number; bytes: number }[] = [];

  constructor(
    private readonly now: () => number = Date.now,
    private readonly windowMs = 20_000,
  ) {}

  /** The total sent so far. */
  note(bytes: number): void {
    const at = this.now();
    this.samples.push({ at, bytes });
    while (this.samples.length > 2 && this.samples[0]!.at < at - this.windowMs) this.samples.shift();
  }

  bytesPerSecond(): number {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (!first || !last) return 0;
    const elapsed = this.now() - first.at;
    return elapsed < 1000 ? 0 : Math.max(0, ((last.bytes - first.bytes) / elapsed) * 1000);
  }

  /** Undefined while nothing can be said. */
  secondsLeft(remaining: number): number | undefined {
    const rate = this.bytesPerSecond();
    return rate > 0 ? remaining / rate : undefined;
  }

  reset(): void {
    this.samples = [];
  }
}
