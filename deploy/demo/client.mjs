// A small client of the platform's public API: sign-in, JSON, problems, retries.

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PASSING = new Set([429, 502, 503, 504]);
const ATTEMPTS = 6;
/** Completing an upload of gigabytes may take the store minutes; a repeated request then gets the same answer. */
const REQUEST_LIMIT_MS = 300_000;
/** Sentences of the platform stand beside the demo's own. */
const LANGUAGE = { 'Accept-Language': 'en' };
/** A token is renewed this long before it ends, so that it does not end on the way. */
const TOKEN_MARGIN_MS = 30_000;

/** An answer of the platform that says no, with the stable code of its problem details. */
export class Problem extends Error {
  constructor(request, status, body) {
    const fields = (body.errors ?? []).map((e) => `${e.field}: ${e.message ?? e.code}`);
    const said = [body.title, body.detail, ...fields].filter(Boolean).join('; ');
    super(`${request} answered ${status} ${body.code ?? ''}: ${said || 'no explanation'}`);
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.sentence = body.detail ?? body.title ?? `HTTP ${status}`;
  }
}

/** Waits before the next attempt: half a second, doubled each time, with some chance in it. */
export function backOff(attempt, retryAfterSeconds) {
  const wait = retryAfterSeconds ? retryAfterSeconds * 1000 : 500 * 2 ** (attempt - 1);
  return sleep(Math.min(wait, 30_000) * (0.75 + Math.random() / 2));
}

export class Platform {
  constructor(baseUrl) {
    this.api = `${baseUrl.replace(/\/+$/, '')}/api/v1`;
    this.clockOffset = 0;
  }

  async connect() {
    this.configuration = await this.anonymous().get('/configuration');
    return this;
  }

  /** Now, by the platform's clock. */
  now() {
    return new Date(Date.now() + this.clockOffset);
  }

  anonymous() {
    return new Client(this, async () => undefined);
  }

  /** Somebody of the demo realm; the password is asked for again whenever the token comes to its end. */
  async signIn(user, password) {
    const discovery = await fetchJson(`${this.configuration.issuer}/.well-known/openid-configuration`);
    let token;
    let renewAt = 0;
    const access = async () => {
      if (Date.now() >= renewAt) {
        const answer = await fetchJson(discovery.token_endpoint, {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'password', client_id: 'lecture-halls-cli', username: user, password }),
        });
        token = answer.access_token;
        renewAt = Date.now() + answer.expires_in * 1000 - TOKEN_MARGIN_MS;
      }
      return token;
    };
    return this.as(access);
  }

  /** Somebody whose token is got in another way. */
  async as(access) {
    const client = new Client(this, access);
    client.person = await client.get('/me');
    return client;
  }
}

class Client {
  constructor(platform, access) {
    this.platform = platform;
    this.access = access;
  }

  get(path) {
    return this.#json('GET', path);
  }

  /** A POST may be sent again after a lost answer: its key makes the platform do it once. */
  post(path, body, headers = {}) {
    return this.#json('POST', path, body, { 'Idempotency-Key': randomUUID(), ...headers });
  }

  put(path, body, headers = {}) {
    return this.#json('PUT', path, body, headers);
  }

  delete(path) {
    return this.#json('DELETE', path);
  }

  /** The open answer of a stream of server-sent events. */
  async events(path, signal) {
    const response = await fetch(this.#address(path), {
      headers: { ...LANGUAGE, Accept: 'text/event-stream', ...(await this.#authorization()) },
      signal,
    });
    if (!response.ok) {
      throw await problemOf(`GET ${path}`, response);
    }
    return response.body;
  }

  async #json(method, path, body, headers = {}) {
    const response = await patiently(`${method} ${path}`, async () =>
      fetch(this.#address(path), {
        method,
        headers: {
          ...LANGUAGE,
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(await this.#authorization()),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
      }),
    );
    const date = Date.parse(response.headers.get('Date') ?? '');
    if (date) {
      this.platform.clockOffset = date - Date.now();
    }
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  }

  #address(path) {
    return path.startsWith('http') ? path : this.platform.api + path;
  }

  async #authorization() {
    const token = await this.access();
    return token ? { Authorization: `Bearer ${token}` } : {};
  }
}

async function fetchJson(url, options = {}) {
  const response = await patiently(url, () => fetch(url, { ...options, signal: AbortSignal.timeout(REQUEST_LIMIT_MS) }));
  return response.json();
}

/** Sends a request again when the line or the server is away for a moment; any other "no" is final. */
async function patiently(name, send) {
  for (let attempt = 1; ; attempt++) {
    let response;
    try {
      response = await send();
    } catch (e) {
      if (e instanceof Problem || attempt === ATTEMPTS) {
        throw e instanceof Problem ? e : new Error(`${name}: no answer (${e.cause?.code ?? e.message})`);
      }
    }
    if (response?.ok) {
      return response;
    }
    const retryAfter = Number(response?.headers.get('Retry-After'));
    if (response && (!isPassing(response.status, retryAfter) || attempt === ATTEMPTS)) {
      throw await problemOf(name, response);
    }
    await backOff(attempt, retryAfter);
  }
}

/** A conflict with a time to wait is the platform's word that the same request is still being worked on. */
function isPassing(status, retryAfter) {
  return PASSING.has(status) || (status === 409 && retryAfter > 0);
}

async function problemOf(name, response) {
  const text = await response.text();
  try {
    const body = JSON.parse(text);
    // A sign-in server says no in its own words.
    return new Problem(name, response.status, body.error ? { code: body.error, detail: body.error_description } : body);
  } catch {
    return new Problem(name, response.status, { detail: text.slice(0, 200) });
  }
}
