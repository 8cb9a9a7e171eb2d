import { reactive } from 'vue';
import { api, unwrap } from '@/api/client';
import type { Division } from '@/api/records';

/** Names of divisions, asked for once each; a code stands for itself until its name has come. */
const names = reactive(new Map<string, string>());
const asked = new Set<string>();
const children = new Map<string, Promise<Division[]>>();
const waiting: string[] = [];
const atOnce = 4;
let running = 0;

async function ask(code: string): Promise<void> {
  try {
    const found = await unwrap(api.GET('/api/v1/regions/{code}', { params: { path: { code } } }));
    [...found.path, found].forEach((each) => names.set(each.code, each.name));
    if (!names.has(code)) names.set(code, found.name);
  } catch {
    asked.delete(code);
  }
}

function next(): void {
  if (running >= atOnce) return;
  const code = waiting.shift();
  if (!code) return;
  running += 1;
  void ask(code).finally(() => {
    running -= 1;
    next();
  });
}

export function regionName(code: string): string {
  const name = names.get(code);
  if (name === undefined && code && !asked.has(code)) {
    asked.add(code);
    waiting.push(code);
    queueMicrotask(next);
  }
  return name ?? code;
}

/** County and township of a place: 田东县 平马镇. */
export function regionPath(code: string): string {
  const county = code.slice(0, 6);
  const township = code.slice(0, 9);
  const parts = [...new Set([county, township])].map(regionName);
  return parts.join(' ');
}

export function divisionsInside(code: string): Promise<Division[]> {
  let answer = children.get(code);
  if (!answer) {
    answer = unwrap(api.GET('/api/v1/regions/{code}/children', { params: { path: { code } } })).then((found) => {
      found.forEach((each) => names.set(each.code, each.name));
      return found;
    });
    answer.catch(() => children.delete(code));
    children.set(code, answer);
  }
  return answer;
}
