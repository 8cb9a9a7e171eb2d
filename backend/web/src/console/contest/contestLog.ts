import { fetchWithPatience } from '@/api/client';
import { toProblem } from '@/api/problem';
import { currentLocale } from '@/i18n/locale';
import { accessToken } from '@/identity/token';

/** A line of a contest's log, as far as the console tells it; the file itself is what can be checked. */
export interface LogLine {
  seq: number;
  at: string;
  actor: string;
  kind: string;
  data: Record<string, unknown>;
}

/** What was taken over from another round, frozen and signed at that moment. */
export interface Snapshot {
  at: string;
  from: string;
  rule: string;
  head: string;
  signature: string;
  entries: { entry: string; was: string; rank: number; score: string }[];
}

export function parseLog(text: string): LogLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LogLine);
}

export function snapshotsOf(lines: readonly LogLine[]): Snapshot[] {
  return lines.filter(({ kind }) => kind === 'promoted').map(({ at, data }) => ({ ...(data as unknown as Omit<Snapshot, 'at'>), at }));
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** What fills the sentence of a line: who and what by name, and whatever reason was given. */
export function wordsOf(line: LogLine, nameOf: (id: string) => string, stateOf: (state: string) => string): Record<string, string> {
  const { data } = line;
  const list = (key: string) => (Array.isArray(data[key]) ? String((data[key] as unknown[]).length) : '0');
  return {
    entry: nameOf(text(data.entry)),
    judge: nameOf(text(data.judge)),
    from: line.kind === 'state' ? stateOf(text(data.from)) : nameOf(text(data.from)),
    to: stateOf(text(data.to)),
    reason: text(data.reason),
    points: text(data.points),
    closesAt: text(data.closesAt),
    entries: list('entries'),
    ranking: list('ranking'),
    awards: list('awards'),
    text: text(data.text),
  };
}

/** Kinds of lines that give a reason have a sentence of their own for it. */
export const keyOf = ({ kind, data }: LogLine): string => {
  if (kind === 'state') return data.reason ? 'stateBack' : 'state';
  return kind === 'sheet-submitted' && data.paper === true ? 'sheet-on-paper' : kind;
};

export async function fetchLog(contestId: string): Promise<LogLine[]> {
  const token = await accessToken();
  const headers = { 'Accept-Language': currentLocale(), ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const response = await fetchWithPatience(new Request(new URL(`/api/v1/contests/${contestId}/log`, location.origin), { headers }));
  if (!response.ok) throw toProblem(response, await response.json().catch(() => undefined));
  return parseLog(await response.text());
}
