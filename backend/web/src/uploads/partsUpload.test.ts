import { describe, expect, it } from 'vitest';
import type { Upload } from '@/api/model';
import { ApiProblem, NetworkAway } from '@/api/problem';
import { backOff, belongsTo, missingParts, partsOf } from './partPlan';
import { PartsUpload, type UploadPort } from './partsUpload';

/** A server and a store in memory, with faults to order. */
class Store implements UploadPort {
  readonly arrived = new Map<number, { size: number; etag: string }>();
  readonly puts: number[] = [];
  readonly signed: number[] = [];
  readonly waits: number[] = [];
  faults: unknown[] = [];
  hideEtags = false;
  completions = 0;
  loseOnComplete: number[] = [];
  onPut: (number: number) => void = () => undefined;

  constructor(
    readonly size: number,
    readonly partSize: number,
  ) {}

  upload(state: Upload['state'] = 'OPEN'): Upload {
    return {
      id: 'u',
      state,
      fileName: 'a.mp4',
      size: this.size,
      kind: 'VIDEO',
      partSize: this.partSize,
      partCount: Math.ceil(this.size / this.partSize),
      parts: [...this.arrived].map(([number, part]) => ({ number, ...part })),
      expiresAt: '2026-12-01T00:00:00Z',
    };
  }
  async look(): Promise<Upload> {
    this.fail('look');
    return this.upload();
  }
  async sign(_: string, numbers: number[]): Promise<Map<number, string>> {
    this.fail('sign');
    this.signed.push(...numbers);
    return new Map(numbers.map((number) => [number, `put:${number}`]));
  }
  async put(url: string, bytes: Blob, progress: (sent: number) => void): Promise<string | undefined> {
    const number = Number(url.split(':')[1]);
    this.onPut(number);
    this.fail('put');
    progress(bytes.size);
    this.puts.push(number);
    this.arrived.set(number, { size: bytes.size, etag: `e${number}` });
    return this.hideEtags ? undefined : `e${number}`;
  }
  async complete(_: string, parts: { number: number; etag: string }[]): Promise<Upload> {
    this.completions += 1;
    const lost = this.loseOnComplete.splice(0);
    lost.forEach((number) => this.arrived.delete(number));
    const whole = parts.every(({ number, etag }) => this.arrived.get(number)?.etag === etag);
    if (!whole || parts.length !== this.upload().partCount) throw new ApiProblem(409, 'upload-incomplete', '');
    return { ...this.upload('COMPLETED'), assetId: 'asset' };
  }
  async wait(seconds: number): Promise<void> {
    this.waits.push(seconds);
  }
  private fail(call: string): void {
    const next = this.faults[0] as [string, unknown] | undefined;
    if (next?.[0] !== call) return;
    this.faults.shift();
    throw next[1];
  }
}

function sending(store: Store) {
  const progress: number[] = [];
  const waiting: number[] = [];
  const upload = new PartsUpload('u', new Blob(['x'.repeat(store.size)]), store, {
    progress: (sent) => progress.push(sent),
    waiting: (seconds) => waiting.push(seconds),
    moving: () => undefined,
  });
  return { upload, progress, waiting };
}

describe('PartsUpload', () => {
  it('sends each part once and completes with their ETags', async () => {
    const store = new Store(25, 10);
    const { upload, progress } = sending(store);
    const done = await upload.run();
    expect(done?.assetId).toBe('asset');
    expect([...store.puts].sort()).toEqual([1, 2, 3]);
    expect(store.arrived.get(3)?.size).toBe(5);
    expect(progress.at(-1)).toBe(25);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });

  it('goes on with what is missing after a closed tab', async () => {
    const store = new Store(45, 10);
    store.arrived.set(1, { size: 10, etag: 'e1' }).set(3, { size: 10, etag: 'e3' });
    const { upload, progress } = sending(store);
    await upload.run();
    expect([...store.puts].sort()).toEqual([2, 4, 5]);
    expect(progress[0]).toBe(20);
  });

  it('sends a part again that arrived short', async () => {
    const store = new Store(20, 10);
    store.arrived.set(1, { size: 4, etag: 'short' });
    await sending(store).upload.run();
    expect([...store.puts].sort()).toEqual([1, 2]);
  });

  it('waits out a line that breaks, signature requests included, and tells so', async () => {
    const store = new Store(10, 10);
    store.faults = [
      ['look', new NetworkAway()],
      ['sign', new NetworkAway()],
      ['put', new NetworkAway()],
      ['put', new NetworkAway()],
    ];
    const { upload, waiting } = sending(store);
    await upload.run();
    expect(store.puts).toEqual([1]);
    expect(store.waits).toHaveLength(4);
    expect(waiting.length).toBeGreaterThan(0);
  });

  it('signs anew before each try, since the old signature may have run out', async () => {
    const store = new Store(10, 10);
    store.faults = [['put', new ApiProblem(403, 'store-refused', '')]];
    await sending(store).upload.run();
    expect(store.signed).toEqual([1, 1]);
  });

  it('rests as long as a busy server asks', async () => {
    const store = new Store(10, 10);
    store.faults = [['sign', new ApiProblem(503, 'busy', '', undefined, [], undefined, 42)]];
    await sending(store).upload.run();
    expect(store.waits).toEqual([42]);
  });

  it('gives up on a refusal that will not change', async () => {
    const store = new Store(10, 10);
    store.faults = [['sign', new ApiProblem(422, 'quota-exceeded', '')]];
    await expect(sending(store).upload.run()).rejects.toMatchObject({ code: 'quota-exceeded' });
  });

  it('stops when asked and goes on from there', async () => {
    const store = new Store(60, 10);
    const { upload } = sending(store);
    store.onPut = (number) => number === 4 && upload.stop();
    expect(await upload.run()).toBeUndefined();
    expect(store.completions).toBe(0);
    const before = store.arrived.size;
    store.onPut = () => undefined;
    expect((await upload.run())?.state).toBe('COMPLETED');
    expect(before).toBeGreaterThan(0);
    expect(store.puts.filter((number) => number === 1)).toHaveLength(1);
  });

  it('asks which parts arrived when the store hides their ETags', async () => {
    const store = new Store(30, 10);
    store.hideEtags = true;
    expect((await sending(store).upload.run())?.state).toBe('COMPLETED');
  });

  it('sends again what the server misses at the end', async () => {
    const store = new Store(30, 10);
    store.loseOnComplete = [2];
    expect((await sending(store).upload.run())?.state).toBe('COMPLETED');
    expect(store.puts.filter((number) => number === 2)).toHaveLength(2);
  });

  it('takes an upload that was completed before as done', async () => {
    const store = new Store(10, 10);
    store.look = async () => ({ ...store.upload('COMPLETED'), assetId: 'asset' });
    expect((await sending(store).upload.run())?.assetId).toBe('asset');
    expect(store.puts).toEqual([]);
  });

  it('says so when the upload has expired', async () => {
    const store = new Store(10, 10);
    store.look = async () => store.upload('EXPIRED');
    await expect(sending(store).upload.run()).rejects.toMatchObject({ code: 'upload-gone' });
  });
});

describe('the plan of parts', () => {
  it('covers every byte once', () => {
    expect(partsOf({ size: 25, partSize: 10, partCount: 3 })).toEqual([
      { number: 1, from: 0, to: 10 },
      { number: 2, from: 10, to: 20 },
      { number: 3, from: 20, to: 25 },
    ]);
    expect(missingParts({ size: 25, partSize: 10, partCount: 3, parts: [{ number: 3, size: 5, etag: 'e' }] })).toHaveLength(2);
  });
  it('knows its file again', () => {
    const upload = { fileName: 'a.mp4', size: 10 };
    expect(belongsTo({ name: 'a.mp4', size: 10 }, upload)).toBe(true);
    expect(belongsTo({ name: 'a.mp4', size: 11 }, upload)).toBe(false);
    expect(belongsTo({ name: 'b.mp4', size: 10 }, upload)).toBe(false);
  });
  it('waits longer each time, up to half a minute and a bit', () => {
    const waits = [0, 1, 2, 3, 4, 5, 99].map((attempt) => backOff(attempt, () => 0.5));
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });
});
