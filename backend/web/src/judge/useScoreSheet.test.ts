import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { Contest } from '@/api/model';

type Handler = (body: { scores: Record<string, string> }) => Response | Promise<Response>;

const contest = {
  id: 'k',
  rubric: [
    { id: 'a', name: 'a', weight: 1, max: 10, step: 0.5 },
    { id: 'b', name: 'b', weight: 1, max: 10, step: 0.5 },
  ],
} as Contest;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const sheet = (scores = {}, state = 'DRAFT') => ({ scores, comment: '', state, savedAt: '2026-11-24T06:03:22Z' });

/** A server that keeps one sheet, and a browser's storage. */
async function desk() {
  const kept = new Map<string, string>();
  vi.stubGlobal('location', { origin: 'http://halls.test' });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  const puts: Record<string, string>[] = [];
  const server: { onPut: Handler; stored: unknown } = { onPut: (body) => json(sheet(body.scores)), stored: sheet() };
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.url.endsWith('/submit')) return json(sheet({}, 'SUBMITTED'));
    if (request.method === 'GET') return json(server.stored);
    const body = (await request.json()) as { scores: Record<string, string> };
    puts.push(body.scores);
    return server.onPut(body);
  });
  const { useScoreSheet } = await import('./useScoreSheet');
  const scope = effectScope();
  const open = async () => {
    const own = scope.run(() => useScoreSheet(contest, 'e'))!;
    await vi.waitFor(() => expect(own.loaded.value).toBe(true));
    return own;
  };
  return { kept, puts, server, open, close: () => scope.stop() };
}

let close: () => void = () => undefined;
beforeEach(() => vi.resetModules());
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

describe('a score sheet', () => {
  it('is on this device at once and on the server a moment later, with valid scores only', async () => {
    const { kept, puts, open, close: stop } = await desk();
    close = stop;
    const own = await open();
    own.scores.a = '8.5';
    own.scores.b = '8.3';
    own.changed();
    expect([own.state.value, [...kept.values()].join()]).toEqual(['typing', expect.stringContaining('8.5')]);
    expect(await own.flush()).toBe(true);
    expect(puts).toEqual([{ a: '8.5' }]);
    expect([own.state.value, own.savedAt.value, own.complete.value]).toEqual(['saved', '2026-11-24T06:03:22Z', false]);
  });

  it('saves what was typed during a save afterwards, newest last', async () => {
    const { puts, server, open, close: stop } = await desk();
    close = stop;
    const own = await open();
    let answer: (response: Response) => void = () => undefined;
    server.onPut = () => new Promise((done) => (answer = done));
    own.scores.a = '8';
    own.changed();
    const first = own.flush();
    await vi.waitFor(() => expect(puts).toHaveLength(1));
    own.scores.a = '9';
    own.changed();
    server.onPut = (body) => json(sheet(body.scores));
    const second = own.flush();
    answer(json(sheet({ a: '8' })));
    await Promise.all([first, second]);
    expect(puts).toEqual([{ a: '8' }, { a: '9' }]);
    expect(own.state.value).toBe('saved');
  });

  it('outlives a broken line and a closed tab', async () => {
    const { puts, server, open, kept, close: stop } = await desk();
    close = stop;
    const own = await open();
    server.onPut = () => Promise.reject(new TypeError('no line'));
    own.scores.a = '7';
    own.changed();
    expect(await own.flush()).toBe(false);
    expect([own.state.value, kept.size]).toEqual(['kept', 1]);
    server.onPut = (body) => json(sheet(body.scores));
    const reopened = await open();
    expect(reopened.scores.a).toBe('7');
    await reopened.flush();
    expect(puts.at(-1)).toEqual({ a: '7' });
    expect([...kept.keys()].filter((key) => key.startsWith('lh.sheet'))).toEqual([]);
  });

  it('hands in only what the server has', async () => {
    const { server, open, close: stop } = await desk();
    close = stop;
    const own = await open();
    own.scores.a = '8';
    own.scores.b = '9';
    server.onPut = () => json({ title: 'No', code: 'closed' }, 409);
    own.changed();
    expect(await own.submit()).toBe(false);
    expect([own.submitted.value, own.state.value]).toEqual([false, 'failed']);
    server.onPut = (body) => json(sheet(body.scores));
    expect(await own.submit()).toBe(true);
    expect(own.submitted.value).toBe(true);
  });
});
