import { isPassing } from '@/api/problem';

/** How many people watched together, as somebody in the hall counted them. */
export interface Count {
  sessionId: string;
  people: number;
  /** Made by this computer, so that a count that changed while it was being sent is not taken for the one sent. */
  id: string;
}

export interface CountPort {
  /** The attendance that it came to. */
  send(sessionId: string, people: number): Promise<number>;
  load(): Count[];
  save(counts: Count[]): void;
  newId(): string;
}

export type Counted = { kind: 'counted'; attendance: number } | { kind: 'kept' } | { kind: 'refused'; error: unknown };

const keepAtMost = 100;

/**
 * Head counts that wait for a network. A session has one: the last counts, and telling it twice is as good as once, since the
 * server keeps a number for the session and adds nothing up.
 */
export class CountQueue {
  constructor(private readonly port: CountPort) {}

  waiting(sessionId: string): Count | undefined {
    return this.port.load().find((each) => each.sessionId === sessionId);
  }

  async tell(sessionId: string, people: number): Promise<Counted> {
    const count = { sessionId, people, id: this.port.newId() };
    this.port.save([...this.others(sessionId), count].slice(-keepAtMost));
    return this.send(count);
  }

  /** Sends everything that waits; what the server refuses is dropped, what meets no network stays. */
  async flush(): Promise<void> {
    for (const count of this.port.load()) if ((await this.send(count)).kind === 'kept') return;
  }

  private async send(count: Count): Promise<Counted> {
    try {
      const attendance = await this.port.send(count.sessionId, count.people);
      this.drop(count);
      return { kind: 'counted', attendance };
    } catch (error) {
      if (isPassing(error)) return { kind: 'kept' };
      this.drop(count);
      return { kind: 'refused', error };
    }
  }

  private drop({ id }: Count): void {
    this.port.save(this.port.load().filter((each) => each.id !== id));
  }

  private others(sessionId: string): Count[] {
    return this.port.load().filter((each) => each.sessionId !== sessionId);
  }
}
