import { afterEach, describe, expect, it, vi } from 'vitest';
import { askEarly, early } from './early';

const origin = 'http://localhost';
const request = (address: string, init?: RequestInit) => new Request(origin + address, init);

afterEach(() => vi.unstubAllGlobals());

describe('what was asked for early', () => {
  it('answers the same question, once', async () => {
    const answer = new Response('{}');
    vi.stubGlobal('fetch', async () => answer);
    askEarly('/api/v1/courses?limit=7');

    expect(await early(request('/api/v1/courses?limit=8'))).toBeUndefined();
    expect(await early(request('/api/v1/courses?limit=7'))).toBe(answer);
    expect(await early(request('/api/v1/courses?limit=7'))).toBeUndefined();
  });

  it('is no answer for somebody who is known, nor to a change', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}'));
    askEarly('/api/v1/courses');

    expect(await early(request('/api/v1/courses', { headers: { Authorization: 'Bearer x' } }))).toBeUndefined();
    expect(await early(request('/api/v1/courses', { method: 'POST' }))).toBeUndefined();
  });

  it('is asked for again when it failed', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    askEarly('/api/v1/contests');
    expect(await early(request('/api/v1/contests'))).toBeUndefined();

    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('away')));
    askEarly('/api/v1/contests');
    expect(await early(request('/api/v1/contests'))).toBeUndefined();
  });
});
