import { onScopeDispose } from 'vue';
import { api, unwrap } from '@/api/client';
import type { MediaJob } from '@/api/records';
import { useAction } from '@/app/action';
import { usePaged } from '@/app/load';

const EVERY = 5000;
const OPEN = ['QUEUED', 'RUNNING'];

type Query = { state?: MediaJob['state']; kind?: MediaJob['kind']; work?: MediaJob['work'] };

/** Jobs of the region; those that are not done are looked at again every few seconds while the page is seen. */
export function useJobs(dead: boolean, query: () => Query) {
  const { busy, attempt } = useAction();
  const list = usePaged<MediaJob>((after) => {
    const page = { limit: 50, ...(after ? { after } : {}) };
    return dead
      ? unwrap(api.GET('/api/v1/operations/dead-letters', { params: { query: page } }))
      : unwrap(api.GET('/api/v1/operations/media-jobs', { params: { query: { ...query(), ...page } } }));
  });

  async function refresh(id: string): Promise<void> {
    const now = await unwrap(api.GET('/api/v1/operations/media-jobs/{id}', { params: { path: { id } } }));
    list.items.value = list.items.value.map((each) => (each.id === id ? now : each));
  }

  /** Only what is in sight: of a long list the rows that still move, some at a time. */
  async function look(): Promise<void> {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    const moving = list.items.value.filter(({ state }) => OPEN.includes(state)).slice(0, 10);
    await Promise.allSettled(moving.map(({ id }) => refresh(id)));
  }
  const timer = setInterval(() => void look(), EVERY);
  onScopeDispose(() => clearInterval(timer));

  const path = (id: string) => ({ params: { path: { id } } });
  async function retry(id: string, done: string): Promise<void> {
    const worked = await attempt(() => unwrap(api.POST('/api/v1/operations/media-jobs/{id}/retry', path(id))), done);
    if (worked) await (dead ? list.restart() : refresh(id).catch(() => list.restart()));
  }
  async function dismiss(id: string, done: string): Promise<void> {
    if (await attempt(() => unwrap(api.DELETE('/api/v1/operations/dead-letters/{id}', path(id))), done)) await list.restart();
  }
  return { list, busy, retry, dismiss };
}
