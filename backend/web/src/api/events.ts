import { accessToken } from '@/identity/token';
import { currentLocale } from '@/i18n/locale';

/** Server-sent events over fetch, since `EventSource` cannot carry a bearer token. */
export interface ServerEvent {
  name: string;
  data: string;
}

/** Takes text as it arrives and gives the events that are whole. */
export class EventParser {
  private rest = '';
  private name = '';
  private data: string[] = [];

  push(text: string): ServerEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? '';
    const events: ServerEvent[] = [];
    for (const line of lines) {
      const event = this.line(line);
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): ServerEvent | undefined {
    if (line === '') {
      const event = this.data.length > 0 ? { name: this.name || 'message', data: this.data.join('\n') } : undefined;
      this.name = '';
      this.data = [];
      return event;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.name = value;
    if (field === 'data') this.data.push(value);
    return undefined;
  }
}

const waits = [1, 2, 5, 10, 20];
const pause = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });

async function listen(path: string, onEvent: (event: ServerEvent) => void, signal: AbortSignal): Promise<boolean> {
  const token = await accessToken();
  const response = await fetch(path, {
    signal,
    cache: 'no-store',
    headers: {
      Accept: 'text/event-stream',
      'Accept-Language': currentLocale(),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
  if (!response.ok || !response.body) return response.status >= 500 || response.status === 429;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const parser = new EventParser();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    parser.push(value).forEach(onEvent);
  }
}

/**
 * Follows a stream until stopped, opening it again when the line breaks; gives up when the server says no. A stream
 * that the server ends is opened again too, so the caller stops when it has heard the last word.
 */
export function follow(path: string, onEvent: (event: ServerEvent) => void): () => void {
  const control = new AbortController();
  const run = async () => {
    for (let attempt = 0; !control.signal.aborted; attempt += 1) {
      let again = true;
      const heard = (event: ServerEvent) => {
        attempt = 0;
        if (!control.signal.aborted) onEvent(event);
      };
      try {
        again = await listen(path, heard, control.signal);
      } catch {
        again = true;
      }
      if (!again) return;
      await pause(waits[Math.min(attempt, waits.length - 1)] ?? 20, control.signal);
    }
  };
  void run();
  return () => control.abort();
}
