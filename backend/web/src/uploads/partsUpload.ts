import type { Upload } from '@/api/model';
import { ApiProblem, isPassing } from '@/api/problem';
import { arrivedBytes, backOff, missingParts, type Part } from './partPlan';

/** What the engine needs of the world; the real one talks to our API and to the object store. */
export interface UploadPort {
  look(uploadId: string): Promise<Upload>;
  sign(uploadId: string, partNumbers: number[]): Promise<Map<number, string>>;
  /** Puts the bytes; answers the ETag, or undefined when the browser may not read it. */
  put(url: string, bytes: Blob, onProgress: (sent: number) => void, signal: AbortSignal): Promise<string | undefined>;
  complete(uploadId: string, parts: { number: number; etag: string }[]): Promise<Upload>;
  wait(seconds: number, signal: AbortSignal): Promise<void>;
}

export interface UploadEvents {
  progress(sentBytes: number): void;
  /** The line is away: the next try comes in so many seconds. */
  waiting(seconds: number): void;
  moving(): void;
}

const lanes = 3;
const gone = [401, 403, 404, 410];

class Stopped extends Error {}

/**
 * Sends one file in parts: signatures just before they are used, every request tried again as long as the fault may
 * pass, and nothing sent twice that has arrived. Pausing is aborting; `run` again goes on from what has arrived.
 */
export class PartsUpload {
  private readonly etags = new Map<number, string>();
  private readonly inFlight = new Map<number, number>();
  private settledBytes = 0;
  private control: AbortController | undefined;
  private wake: (() => void) | undefined;

  constructor(
    private readonly uploadId: string,
    private readonly file: Blob,
    private readonly port: UploadPort,
    private readonly events: UploadEvents,
  ) {}

  /** Resolves with the completed upload, or with undefined when stopped. */
  async run(): Promise<Upload | undefined> {
    this.control = new AbortController();
    try {
      for (let round = 0; ; round += 1) {
        const upload = await this.again(() => this.port.look(this.uploadId));
        if (upload.state !== 'OPEN') return this.notOpen(upload);
        await this.sendMissing(upload);
        const done = await this.finish(round);
        if (done) return done;
      }
    } catch (error) {
      if (this.control.signal.aborted) return undefined;
      this.control.abort();
      throw error;
    } finally {
      this.inFlight.clear();
    }
  }

  stop(): void {
    this.control?.abort();
  }

  /** Ends a wait before its time. */
  tryNow(): void {
    this.wake?.();
  }

  private notOpen(upload: Upload): Upload {
    if (upload.state === 'COMPLETED') return upload;
    throw new ApiProblem(410, 'upload-gone', '');
  }

  private async sendMissing(upload: Upload): Promise<void> {
    this.etags.clear();
    upload.parts.forEach(({ number, etag }) => this.etags.set(number, etag));
    this.settledBytes = arrivedBytes(upload);
    this.tell();
    const queue = missingParts(upload);
    queue.forEach(({ number }) => this.etags.delete(number));
    await Promise.all(Array.from({ length: lanes }, () => this.lane(queue)));
  }

  private async lane(queue: Part[]): Promise<void> {
    for (let part = queue.shift(); part; part = queue.shift()) {
      const next = part;
      const etag = await this.again(() => this.send(next));
      if (etag) this.etags.set(next.number, etag);
      this.inFlight.delete(next.number);
      this.settledBytes += next.to - next.from;
      this.tell();
    }
  }

  private async send(part: Part): Promise<string | undefined> {
    this.inFlight.set(part.number, 0);
    const urls = await this.port.sign(this.uploadId, [part.number]);
    const url = urls.get(part.number);
    if (!url) throw new ApiProblem(502, 'no-part-url', '');
    const onProgress = (sent: number) => {
      this.inFlight.set(part.number, sent);
      this.tell();
    };
    return this.port.put(url, this.file.slice(part.from, part.to), onProgress, this.signal);
  }

  /** Undefined when the server misses parts after all: another round then asks which. */
  private async finish(round: number): Promise<Upload | undefined> {
    const parts = await this.knownParts();
    try {
      return await this.again(() => this.port.complete(this.uploadId, parts));
    } catch (error) {
      const incomplete = error instanceof ApiProblem && error.code === 'upload-incomplete';
      if (incomplete && round < 2) return undefined;
      throw error;
    }
  }

  /** ETags come from the store's answers; where the browser could not read them, the server lists what arrived. */
  private async knownParts(): Promise<{ number: number; etag: string }[]> {
    const upload = await this.again(() => this.port.look(this.uploadId));
    const listed = new Map(upload.parts.map(({ number, etag }) => [number, etag]));
    return Array.from({ length: upload.partCount }, (_, index) => index + 1).flatMap((number) => {
      const etag = this.etags.get(number) ?? listed.get(number);
      return etag ? [{ number, etag }] : [];
    });
  }

  private async again<T>(call: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      if (this.signal.aborted) throw new Stopped();
      try {
        const answer = await call();
        if (attempt > 0) this.events.moving();
        return answer;
      } catch (error) {
        if (this.signal.aborted) throw new Stopped();
        if (!isPassing(error) && !isStale(error, attempt)) throw error;
        await this.rest(error, attempt);
      }
    }
  }

  private async rest(error: unknown, attempt: number): Promise<void> {
    const said = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
    const seconds = said ?? backOff(attempt);
    if (attempt > 0) this.events.waiting(seconds);
    const woken = new Promise<void>((done) => (this.wake = done));
    await Promise.race([this.port.wait(seconds, this.signal), woken]);
  }

  private get signal(): AbortSignal {
    return this.control?.signal ?? AbortSignal.abort();
  }

  private tell(): void {
    const flying = [...this.inFlight.values()].reduce((sum, sent) => sum + sent, 0);
    this.events.progress(Math.min(this.file.size, this.settledBytes + flying));
  }
}

/** The store answers 403 to a signature that ran out on the way; a fresh one is worth two more tries. */
function isStale(error: unknown, attempt: number): boolean {
  return error instanceof ApiProblem && error.code === 'store-refused' && gone.includes(error.status) && attempt < 2;
}
