import { reactive } from 'vue';
import { api, unwrap } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { at } from './requests';

const atOnce = 4;

/**
 * Names that stand for ids: asked for once each, a few at a time, and shown as soon as they have come.
 *
 * @param ask tells the name of one id, and may put others that it learned with it
 */
export function namesOf(ask: (id: string, put: (id: string, name: string) => void) => Promise<string>) {
  const names = reactive(new Map<string, string>());
  const asked = new Set<string>();
  const waiting: string[] = [];
  let running = 0;
  const put = (id: string, name: string): void => void names.set(id, name);

  async function learn(id: string): Promise<void> {
    try {
      const name = await ask(id, put);
      if (!names.has(id)) put(id, name);
    } catch (problem) {
      // One that was put away has no name to show, and none to ask for again.
      if (problem instanceof ApiProblem && problem.status === 404) put(id, '—');
      else asked.delete(id);
    }
  }

  function next(): void {
    if (running >= atOnce) return;
    const id = waiting.shift();
    if (id === undefined) return;
    running += 1;
    void learn(id).finally(() => {
      running -= 1;
      next();
    });
  }

  /** Undefined until it is known. */
  function known(id: string): string | undefined {
    const name = names.get(id);
    if (name === undefined && id && !asked.has(id)) {
      asked.add(id);
      waiting.push(id);
      queueMicrotask(next);
    }
    return name;
  }
  return { known, put };
}

const lecturers = namesOf(async (id) => (await unwrap(api.GET('/api/v1/lecturers/{id}', at(id)))).name);
const halls = namesOf(async (id) => (await unwrap(api.GET('/api/v1/halls/{id}', at(id)))).name);

export const lecturerName = (id: string): string => lecturers.known(id) ?? '…';
export const hallName = (id: string): string => halls.known(id) ?? '…';
export const putLecturerName = lecturers.put;
