/** One small picture on a sheet of many. */
export interface Tile {
  from: number;
  to: number;
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const times = /^(\d+):(\d{2}):(\d{2}\.\d{3}) --> (\d+):(\d{2}):(\d{2}\.\d{3})/;
const place = /^(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;
const seconds = (hours = '0', minutes = '0', rest = '0') => Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);

/** Reads WebVTT whose cues name places on sheets; what is no such cue is passed over. */
export function tilesOf(vtt: string): Tile[] {
  const lines = vtt.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const when = times.exec(line);
    const where = place.exec(lines[index + 1] ?? '');
    if (!when || !where?.[1]) return [];
    const [x = 0, y = 0, width = 0, height = 0] = where.slice(2).map(Number);
    return [{ from: seconds(when[1], when[2], when[3]), to: seconds(when[4], when[5], when[6]), url: where[1], x, y, width, height }];
  });
}

/** The picture of a time; the last one behind the end. */
export function tileAt(tiles: Tile[], at: number): Tile | undefined {
  return tiles.find(({ to }) => at < to) ?? tiles.at(-1);
}

let kept: { url: string; tiles: Promise<Tile[]> } | undefined;

/** Reads a strip, the same one only once; no pictures where it cannot be read. */
export function loadTiles(url: string): Promise<Tile[]> {
  if (kept?.url !== url) {
    const tiles = fetch(url).then(
      async (answer) => (answer.ok ? tilesOf(await answer.text()) : []),
      () => [],
    );
    kept = { url, tiles };
  }
  return kept.tiles;
}
