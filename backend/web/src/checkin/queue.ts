import { ApiProblem, isPassing } from '@/api/problem';
import type { SeenCode } from './code';

/** A code that was seen while there was no network. */
export interface KeptCode extends SeenCode {
  /** Milliseconds since 1970 by this phone; only differences are used, so a wrong clock does no harm. */
  seenAt: number;
  title?: string;
}

export type Outcome =
  | { kind: 'in'; title: string; at: string }
  /** Noted, but seen too long ago to count before somebody in charge confirms it. */
  | { kind: 'unconfirmed'; title: string; at: string }
  | { kind: 'kept' }
  | { kind: 'refused'; code: string; words: string };

export interface CheckInPort {
  send(code: SeenCode, secondsAgo: number): Promise<{ title: string; at: string; confirmed: boolean }>;
  load(): KeptCode[];
  save(kept: KeptCode[]): void;
  now(): number;
}

/** Longer than any session with its margins; later the server would refuse anyway. */
const keepMillis = 12 * 3600_000;
const keepAtMost = 20;

/** Sends codes, and keeps those that met no network until there is one. */
export class CheckInQueue {
  constructor(private readonly port: CheckInPort) {}

  async checkIn(seen: SeenCode, title?: string): Promise<Outcome> {
    const kept: KeptCode = { ...seen, seenAt: this.port.now(), ...(title ? { title } : {}) };
    const outcome = await this.send(kept);
    if (outcome.kind === 'kept') this.keep(kept);
    return outcome;
  }

  /** Sends everything that waits; what the server refuses is dropped, what meets no network stays. */
  async flush(): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const kept of this.waiting()) {
      const outcome = await this.send(kept);
      if (outcome.kind === 'kept') break;
      this.drop(kept);
      outcomes.push(outcome);
    }
    return outcomes;
  }

  waiting(): KeptCode[] {
    return this.port.load().filter(({ seenAt }) => this.port.now() - seenAt < keepMillis);
  }

  private async send({ sessionId, code, seenAt }: KeptCode): Promise<Outcome> {
    const secondsAgo = Math.max(0, Math.round((this.port.now() - seenAt) / 1000));
    try {
      const { title, at, confirmed } = await this.port.send({ sessionId, code }, secondsAgo);
      return { kind: confirmed ? 'in' : 'unconfirmed', title, at };
    } catch (error) {
      if (isPassing(error)) return { kind: 'kept' };
      const [reason, words] = error instanceof ApiProblem ? [error.code, error.message] : ['unknown', ''];
      return { kind: 'refused', code: reason, words };
    }
  }

  /** The newest code of a session counts: whoever typed again knows why. */
  private keep(kept: KeptCode): void {
    const others = this.waiting().filter(({ sessionId }) => sessionId !== kept.sessionId);
    this.port.save([...others, kept].slice(-keepAtMost));
  }

  private drop(sent: KeptCode): void {
    this.port.save(this.port.load().filter(({ sessionId, seenAt }) => sessionId !== sent.sessionId || seenAt !== sent.seenAt));
  }
}
