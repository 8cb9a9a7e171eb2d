/** The little of HLS that a download needs. The platform's playlists name byte ranges of a few files. */
export interface MediaPlaylist {
  /** The files that the segments lie in, in order, each once. */
  files: string[];
  bytes: number;
}

const attribute = (line: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(line)?.[1];
const rangeLength = (range: string | undefined) => Number(range?.split('@')[0] ?? 0) || 0;
const isAddress = (line: string) => line !== '' && !line.startsWith('#');

/** The files behind a media playlist and how much of them is played; nothing when the playlist still grows. */
export function filesOf(playlist: string, address: string): MediaPlaylist | undefined {
  const files = new Set<string>();
  let bytes = 0;
  for (const line of playlist.split(/\r?\n/)) {
    if (line.startsWith('#EXT-X-MAP:')) {
      const uri = attribute(line, 'URI');
      if (uri) files.add(new URL(uri, address).href);
      bytes += rangeLength(attribute(line, 'BYTERANGE'));
    } else if (line.startsWith('#EXT-X-BYTERANGE:')) bytes += rangeLength(line.slice('#EXT-X-BYTERANGE:'.length));
    else if (isAddress(line)) files.add(new URL(line, address).href);
  }
  const whole = playlist.includes('#EXT-X-ENDLIST');
  return whole && files.size > 0 && bytes > 0 ? { files: [...files], bytes } : undefined;
}

/** The same playlist with every address replaced by the name of a file beside it. */
export function renamed(playlist: string, address: string, nameOf: (file: string) => string): string {
  const name = (uri: string) => nameOf(new URL(uri, address).href);
  return playlist
    .split(/\r?\n/)
    .map((line) => {
      if (line.startsWith('#EXT-X-MAP:')) return line.replace(/URI="([^"]*)"/, (_, uri: string) => `URI="${name(uri)}"`);
      return isAddress(line) ? name(line) : line;
    })
    .join('\n');
}

export interface Variant {
  /** The line that describes it. */
  info: string;
  address: string;
  shorterSide: number;
}

export interface Master {
  variants: Variant[];
  /** The line of the sound that goes with all pictures, and its address. */
  sound?: { info: string; address: string };
}

export function readMaster(playlist: string, address: string): Master {
  const lines = playlist.split(/\r?\n/);
  const variants: Variant[] = [];
  let sound: Master['sound'];
  lines.forEach((line, index) => {
    if (line.startsWith('#EXT-X-MEDIA:TYPE=AUDIO')) {
      const uri = attribute(line, 'URI');
      if (uri) sound = { info: line.replace(/URI="[^"]*"/, 'URI="audio.m3u8"'), address: new URL(uri, address).href };
    } else if (line.startsWith('#EXT-X-STREAM-INF:')) {
      const size = /RESOLUTION=(\d+)x(\d+)/.exec(line);
      const shorterSide = size ? Math.min(Number(size[1]), Number(size[2])) : 0;
      variants.push({ info: line.replace(/,SUBTITLES="[^"]*"/, ''), address: new URL(lines[index + 1] ?? '', address).href, shorterSide });
    }
  });
  return sound ? { variants, sound } : { variants };
}

/** The largest picture up to 360 lines, as halls and phones download it; the smallest when all are larger. */
export function pictureToKeep({ variants }: Master): Variant | undefined {
  const pictures = variants.filter(({ shorterSide }) => shorterSide > 0).sort((a, b) => a.shorterSide - b.shorterSide);
  return pictures.filter(({ shorterSide }) => shorterSide <= 360).at(-1) ?? pictures[0];
}

/** A master playlist of one picture and its sound, for files that lie beside it. */
export function keptMaster(picture: Variant, sound: Master['sound']): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  if (sound) lines.push(sound.info);
  return [...lines, picture.info, 'video.m3u8', ''].join('\n');
}
