import { onScopeDispose, shallowRef } from 'vue';
import { api, unwrap } from '@/api/client';
import { follow } from '@/api/events';
import type { MediaAsset } from '@/api/model';
import type { Choice } from './soundTracks';

/** It takes its place a moment after it is ready. */
const TAKES_ITS_PLACE = 2000;

/** What is on its way to take the place of a video, encoded once more from the same file. */
export function useSecondEncoding(assetId: string, onShown: () => void) {
  const again = shallowRef<MediaAsset>();
  let stop: (() => void) | undefined;

  function leave(): void {
    stop?.();
    stop = undefined;
  }

  function watchOver(asset: MediaAsset): void {
    leave();
    again.value = asset;
    if (asset.state !== 'PROCESSING') return;
    stop = follow(`/api/v1/media-assets/${encodeURIComponent(asset.id)}/events`, ({ name, data }) => {
      if (name !== 'asset') return;
      again.value = JSON.parse(data) as MediaAsset;
      if (again.value.state === 'PROCESSING') return;
      leave();
      if (again.value.state === 'READY') setTimeout(() => void look(asset.id), TAKES_ITS_PLACE);
    });
  }

  /** Whether it has taken its place, or is first to be reviewed. When the line is gone, the page tells so as it loads anew. */
  async function look(id: string): Promise<void> {
    const now = await unwrap(api.GET('/api/v1/media-assets/{id}', { params: { path: { id } } })).catch(() => undefined);
    if (now?.review) {
      again.value = now;
      return;
    }
    again.value = undefined;
    onShown();
  }

  /** Whoever comes back to the page finds what was begun before. */
  async function find(): Promise<void> {
    const { items } = await unwrap(api.GET('/api/v1/media-assets', { params: { query: { limit: 50 } } }));
    const found = items.find(({ replaces, encodesAgain }) => encodesAgain && replaces === assetId);
    if (found) watchOver(found);
  }

  async function begin({ sound, track, fullHd }: Choice): Promise<void> {
    const body = { sound, fullHd, ...(track === undefined ? {} : { soundTrack: track }) };
    watchOver(await unwrap(api.POST('/api/v1/media-assets/{id}/encode-again', { params: { path: { id: assetId } }, body })));
  }

  async function giveUp(): Promise<void> {
    const id = again.value?.id;
    if (!id) return;
    await unwrap(api.DELETE('/api/v1/media-assets/{id}', { params: { path: { id } } }));
    leave();
    again.value = undefined;
  }

  async function retry(): Promise<void> {
    const id = again.value?.id;
    if (!id) return;
    const params = { params: { path: { id } } };
    await unwrap(api.POST('/api/v1/media-assets/{id}/retry', params));
    watchOver(await unwrap(api.GET('/api/v1/media-assets/{id}', params)));
  }

  onScopeDispose(leave);
  return { again, find, begin, giveUp, retry };
}
