// Follows a media asset by server-sent events until its job is finished.

import { backOff, Problem } from './client.mjs';

const FINAL = new Set(['READY', 'REFUSED', 'FAILED']);
/** A job may wait long behind others, so only a long silence is given up. The stream itself sends keep-alives. */
const SILENCE_LIMIT_MS = 90_000;

/**
 * Waits for the end of an asset's job.
 *
 * @param client its owner
 * @param assetId the asset
 * @param onChange called with the asset at first and after each change
 * @returns the asset, READY, REFUSED or FAILED
 */
export async function follow(client, assetId, onChange) {
  for (let failures = 0; ; failures++) {
    try {
      for await (const asset of assets(client, assetId)) {
        failures = 0;
        onChange(asset);
        if (FINAL.has(asset.state)) {
          return asset;
        }
      }
    } catch (e) {
      if (failures === 8 || (e instanceof Problem && e.status < 500 && e.status !== 401)) {
        throw e;
      }
    }
    await backOff(Math.min(failures + 1, 6));
  }
}

async function* assets(client, assetId) {
  const silence = new AbortController();
  let timer;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(new Error('the stream of events fell silent')), SILENCE_LIMIT_MS);
  };
  heard();
  try {
    const body = await client.events(`/media-assets/${assetId}/events`, silence.signal);
    let buffer = '';
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      heard();
      const events = (buffer + text).split(/\r?\n\r?\n/);
      buffer = events.pop();
      yield* events.map(dataOf).filter(Boolean).map((data) => JSON.parse(data));
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

function dataOf(event) {
  const lines = event.split(/\r?\n/).filter((line) => line.startsWith('data:'));
  return lines.map((line) => line.slice(5).trimStart()).join('\n');
}
