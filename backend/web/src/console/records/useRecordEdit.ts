import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { intentionKey } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { useAction } from '@/app/action';

export interface RecordEdit<T> {
  /** What somebody else has saved in the meantime; what was typed here is kept. */
  newer: ShallowRef<T | undefined>;
  busy: Ref<boolean>;
  errorOf: (field: string) => string | undefined;
  /** The saved record; undefined when it was not saved. Pressed again after `newer` came, it goes over it knowingly. */
  save: () => Promise<T | undefined>;
}

interface Work<T> {
  current: () => T | undefined;
  latest: () => Promise<T>;
  create: (idempotencyKey: string) => Promise<T>;
  change: (version: number) => Promise<T>;
}

/** Saving a shared record: the version it was read at goes along, wrong fields are named beside them, and nothing typed is lost. */
export function useRecordEdit<T extends { version: number }>(work: Work<T>): RecordEdit<T> {
  const { busy, attempt } = useAction();
  const newer = shallowRef<T>();
  const wrong = ref<Record<string, string>>({});
  const key = intentionKey();

  async function send(): Promise<T | undefined> {
    const current = newer.value ?? work.current();
    try {
      return current ? await work.change(current.version) : await work.create(key);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.status === 412) {
        newer.value = await work.latest();
        return undefined;
      }
      if (error.errors.length > 0) {
        wrong.value = Object.fromEntries(error.errors.map(({ field, message }) => [field, message]));
      }
      throw error;
    }
  }

  async function save(): Promise<T | undefined> {
    wrong.value = {};
    let saved: T | undefined;
    await attempt(async () => {
      saved = await send();
    });
    if (saved) newer.value = undefined;
    return saved;
  }

  return { newer, busy, errorOf: (field) => wrong.value[field], save };
}
