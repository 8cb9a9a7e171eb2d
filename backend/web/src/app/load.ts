import { getCurrentScope, onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { Page } from '@/api/model';
import { NetworkAway } from '@/api/problem';
import { onBack } from './connection';

export interface Loaded<T> {
  data: ShallowRef<T | undefined>;
  error: ShallowRef<unknown>;
  loading: Ref<boolean>;
  reload: () => Promise<void>;
}

/** Loads at once; after a broken line it loads again by itself. Of overlapping loads only the last one counts. */
export function useLoad<T>(fetcher: () => Promise<T>, options: { immediate?: boolean } = {}): Loaded<T> {
  const data = shallowRef<T>();
  const error = shallowRef<unknown>();
  const loading = ref(false);
  let latest = 0;

  async function reload(): Promise<void> {
    const turn = ++latest;
    loading.value = true;
    try {
      const answer = await fetcher();
      if (turn !== latest) return;
      data.value = answer;
      error.value = undefined;
    } catch (problem) {
      if (turn === latest) error.value = problem;
    } finally {
      if (turn === latest) loading.value = false;
    }
  }

  againWhenBack(error, reload);
  if (options.immediate !== false) void reload();
  return { data, error, loading, reload };
}

export interface Paged<T> {
  items: ShallowRef<T[]>;
  error: ShallowRef<unknown>;
  loading: Ref<boolean>;
  started: Ref<boolean>;
  hasMore: Ref<boolean>;
  more: () => Promise<void>;
  restart: () => Promise<void>;
}

/** A list that grows page by page by the server's cursor. */
export function usePaged<T>(fetcher: (after: string | undefined) => Promise<Page<T>>): Paged<T> {
  const items = shallowRef<T[]>([]);
  const error = shallowRef<unknown>();
  const loading = ref(false);
  const started = ref(false);
  const hasMore = ref(true);
  let cursor: string | undefined;
  let turn = 0;

  async function fetchPage(mine: number): Promise<void> {
    loading.value = true;
    try {
      const page = await fetcher(cursor);
      if (mine !== turn) return;
      items.value = cursor === undefined ? page.items : [...items.value, ...page.items];
      cursor = page.next ?? undefined;
      hasMore.value = cursor !== undefined;
      error.value = undefined;
      started.value = true;
    } catch (problem) {
      if (mine === turn) error.value = problem;
    } finally {
      if (mine === turn) loading.value = false;
    }
  }

  async function more(): Promise<void> {
    if (!loading.value && hasMore.value) await fetchPage(turn);
  }

  async function restart(): Promise<void> {
    turn += 1;
    cursor = undefined;
    hasMore.value = true;
    await fetchPage(turn);
  }

  againWhenBack(error, () => (started.value ? more() : restart()));
  void restart();
  return { items, error, loading, started, hasMore, more, restart };
}

function againWhenBack(error: Ref<unknown>, again: () => Promise<void>): void {
  const stop = onBack(() => {
    if (error.value instanceof NetworkAway) void again();
  });
  if (getCurrentScope()) onScopeDispose(stop);
}
