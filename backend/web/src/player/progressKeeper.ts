import { ApiProblem, isPassing } from '@/api/problem';
import { worthSending } from './resume';

export interface ProgressKeeperOptions {
  /** Keeps the position on this device; always done first and never fails. */
  keep(positionSeconds: number): void;
  /** Sends it to the server; absent for visitors. `leaving` asks for a request that outlives the page. */
  send?(positionSeconds: number, leaving: boolean): Promise<void>;
  /** Hears every position, to know which seconds were watched and which were jumped over. */
  watch?: { at(positionSeconds: number): void; rest(): void };
}

const retryAfter = 15;

/**
 * Carries the position of one lesson to the device and to the server: one save in flight, the newest position wins,
 * small moves are not sent, and only a passing failure is tried again, when the server says so.
 */
export class ProgressKeeper {
  private latest: number | undefined;
  private sent: number | undefined;
  private inFlight = false;
  private restUntil = 0;
  private closed = false;

  constructor(
    private readonly options: ProgressKeeperOptions,
    private readonly now: () => number = Date.now,
  ) {}

  /** Called all the time while playing. */
  at(positionSeconds: number): void {
    this.options.watch?.at(positionSeconds);
    this.note(positionSeconds);
    if (worthSending(this.sent, positionSeconds)) void this.save();
  }

  /** Called on pause, seek and end: the position now matters however small the move. */
  settle(positionSeconds: number): void {
    this.options.watch?.rest();
    this.note(positionSeconds);
    if (this.sent !== positionSeconds) void this.save();
  }

  /** The page goes away: one last request, whatever is in flight. */
  leave(): void {
    const { latest } = this;
    if (latest === undefined || latest === this.sent || !this.options.send || this.closed) return;
    this.sent = latest;
    this.options.send(latest, true).catch(() => undefined);
  }

  private note(positionSeconds: number): void {
    this.latest = positionSeconds;
    this.options.keep(positionSeconds);
  }

  private async save(): Promise<void> {
    const { send } = this.options;
    if (!send || this.inFlight || this.closed || this.now() < this.restUntil) return;
    const position = this.latest;
    if (position === undefined) return;
    this.inFlight = true;
    try {
      await send(position, false);
      this.sent = position;
    } catch (error) {
      this.rest(error);
    } finally {
      this.inFlight = false;
    }
    if (this.latest !== undefined && worthSending(this.sent, this.latest)) void this.save();
  }

  private rest(error: unknown): void {
    if (!isPassing(error)) {
      this.closed = true;
      return;
    }
    const said = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
    this.restUntil = this.now() + (said ?? retryAfter) * 1000;
  }
}
