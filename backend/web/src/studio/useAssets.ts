import { onScopeDispose, shallowReactive, watch } from 'vue';
import { api, unwrap } from '@/api/client';
import { follow } from '@/api/events';
import type { MediaAsset } from '@/api/model';
import { usePaged } from '@/app/load';

/** What I uploaded, newest first; rows that are being worked on change by themselves. */
export function useAssets() {
  const paged = usePaged((after) =>
    unwrap(api.GET('/api/v1/media-assets', { params: { query: { limit: 20, ...(after ? { after } : {}) } } })),
  );
  const following = shallowReactive(new Map<string, () => void>());

  function replace(asset: MediaAsset): void {
    paged.items.value = paged.items.value.map((each) => (each.id === asset.id ? asset : each));
  }

  function unfollow(id: string): void {
    following.get(id)?.();
    following.delete(id);
  }

  function watchOver(id: string): void {
    if (following.has(id)) return;
    const stop = follow(`/api/v1/media-assets/${encodeURIComponent(id)}/events`, ({ name, data }) => {
      if (name !== 'asset') return;
      const asset = JSON.parse(data) as MediaAsset;
      replace(asset);
      if (asset.state === 'PROCESSING') return;
      unfollow(id);
      // It takes its place a moment after it is ready, and is one with the old one then.
      if (asset.replaces && asset.state === 'READY') setTimeout(() => void paged.restart(), 2000);
    });
    following.set(id, stop);
  }

  watch(paged.items, (items) => items.filter(({ state }) => state === 'PROCESSING').forEach(({ id }) => watchOver(id)), {
    immediate: true,
  });
  onScopeDispose(() => following.forEach((stop) => stop()));

  async function retry(id: string): Promise<void> {
    const params = { params: { path: { id } } };
    await unwrap(api.POST('/api/v1/media-assets/{id}/retry', params));
    replace(await unwrap(api.GET('/api/v1/media-assets/{id}', params)));
  }

  async function remove(id: string): Promise<void> {
    await unwrap(api.DELETE('/api/v1/media-assets/{id}', { params: { path: { id } } }));
    unfollow(id);
    paged.items.value = paged.items.value.filter((each) => each.id !== id);
  }

  return { ...paged, retry, remove };
}
