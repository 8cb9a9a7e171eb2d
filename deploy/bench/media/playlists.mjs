// Reads HLS playlists as a player does, to know what a line has to carry.

/** Segments that are much shorter than the others say nothing about the line (RFC 8216, 4.3.4.2: half the target duration). */
const SHORTEST_SHARE = 0.5;

/** Highest kbit/s of the smallest rung and of the sound, each over one segment, added. */
export async function peakOfSmallest(master) {
  const text = await read(master);
  const rungs = [...text.matchAll(/^#EXT-X-STREAM-INF:.*?BANDWIDTH=(\d+).*\n(.+)$/gm)]
    .map(([, bandwidth, uri]) => ({ bandwidth: Number(bandwidth), uri }))
    .sort((a, b) => a.bandwidth - b.bandwidth);
  const sound = /^#EXT-X-MEDIA:TYPE=AUDIO.*?URI="([^"]+)"/m.exec(text);
  const uris = [rungs[0].uri, ...(sound ? [sound[1]] : [])];
  const peaks = await Promise.all(uris.map(async (uri) => peakOf(await read(new URL(uri, master)))));
  return peaks.reduce((sum, peak) => sum + peak, 0);
}

/** Highest kbit/s over one segment. */
export function peakOf(playlist) {
  const target = Number(/#EXT-X-TARGETDURATION:(\d+)/.exec(playlist)[1]);
  const segments = [...playlist.matchAll(/#EXTINF:([\d.]+),.*\n(?:#(?!EXTINF).*\n)*?#EXT-X-BYTERANGE:(\d+)/g)]
    .map(([, seconds, bytes]) => ({ seconds: Number(seconds), bytes: Number(bytes) }));
  const long = segments.filter(({ seconds }) => seconds >= target * SHORTEST_SHARE);
  return Math.max(...(long.length ? long : segments).map(({ seconds, bytes }) => (bytes * 8) / 1000 / seconds));
}

async function read(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response.text();
}
