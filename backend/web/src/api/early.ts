/** How long any answer is waited for. */
export const patience = 20_000;
const asked = new Map<string, Promise<Response | undefined>>();

/** Asks for something before the app is ready to. What goes wrong is not kept: whoever asks again hears of it. */
export function askEarly(address: string): void {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), patience);
  const answer = fetch(address, { signal: timeout.signal })
    .then((response) => (response.ok ? response : undefined))
    .catch(() => undefined)
    .finally(() => clearTimeout(timer));
  asked.set(address, answer);
}

/** The answer to what was asked for early, once; undefined when there is none, and it has to be asked for. */
export async function early(request: Request): Promise<Response | undefined> {
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  const answer = asked.get(address);
  if (request.method !== 'GET' || request.headers.has('Authorization')) return undefined;
  asked.delete(address);
  return answer;
}
