import createClient, { type Middleware } from 'openapi-fetch';
import { currentLocale } from '@/i18n/locale';
import { noteAway, noteReached } from '@/app/connection';
import { accessToken, forgetToken } from '@/identity/token';
import { early, patience } from './early';
import { NetworkAway, toProblem } from './problem';
import type { paths } from './schema';

/** `fetch` that tells a line that is down from an answer that is bad, and never waits for ever. */
export async function fetchWithPatience(request: Request): Promise<Response> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), patience);
  request.signal.addEventListener('abort', () => timeout.abort());
  try {
    const response = (await early(request)) ?? (await fetch(request, { signal: timeout.signal }));
    noteReached();
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    noteAway();
    throw new NetworkAway(error);
  } finally {
    clearTimeout(timer);
  }
}

const identify: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Accept-Language', currentLocale());
    const token = await accessToken();
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    return request;
  },
  async onResponse({ request, response }) {
    if (response.status !== 401 || !request.headers.has('Authorization')) return;
    await forgetToken();
  },
};

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: fetchWithPatience });
api.use(identify);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; a problem is thrown as `ApiProblem`. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw toProblem(response, error);
  return data as T;
}

/** A key for one intention of the person, the same over all retries. */
export function intentionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const etag = (version: number) => `"${version}"`;
