// Looks at published media the way a player does: master playlist, every variant, the first segment of each.

const LIMIT_MS = 60_000;

/**
 * Checks that an anonymous visitor can play.
 *
 * @param master address of the master playlist
 * @returns how many playlists were found and read
 */
export async function checkPlayable(master) {
  const text = await playlist(master);
  const addresses = new Set();
  const lines = text.split(/\r?\n/);
  lines.filter((line) => line && !line.startsWith('#')).forEach((line) => addresses.add(line));
  lines.map((line) => /^#EXT-X-MEDIA:.*URI="([^"]+)"/.exec(line)).forEach((found) => found && addresses.add(found[1]));
  if (addresses.size === 0) {
    throw new Error('the master playlist names no variant');
  }
  for (const address of addresses) {
    await checkVariant(new URL(address, master).href);
  }
  return addresses.size;
}

async function checkVariant(address) {
  const lines = (await playlist(address)).split(/\r?\n/);
  const map = /^#EXT-X-MAP:URI="([^"]+)"(?:,BYTERANGE="(\d+)@(\d+)")?/.exec(lines.find((l) => l.startsWith('#EXT-X-MAP')) ?? '');
  const segment = lines.findIndex((line) => line && !line.startsWith('#'));
  if (!map || segment < 0) {
    throw new Error(`no segment in ${address}`);
  }
  const range = lines.slice(0, segment).reverse().find((line) => line.startsWith('#EXT-X-BYTERANGE:'));
  const [length, offset] = (range?.slice(17) ?? '').split('@').map(Number);
  await expectBox(new URL(map[1], address).href, map[2] && [Number(map[3]), Number(map[2])], ['ftyp']);
  await expectBox(new URL(lines[segment], address).href, range && [offset, length], ['moof', 'styp', 'sidx', 'prft', 'emsg']);
}

async function playlist(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(LIMIT_MS) });
  const text = await response.text();
  if (!response.ok || !text.startsWith('#EXTM3U')) {
    throw new Error(`${address} answered ${response.status} and no playlist`);
  }
  return text;
}

/** Fetches a byte range and looks at its first MP4 box. */
async function expectBox(address, range, kinds) {
  const headers = range ? { Range: `bytes=${range[0]}-${range[0] + range[1] - 1}` } : {};
  const response = await fetch(address, { headers, signal: AbortSignal.timeout(LIMIT_MS) });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok || (range && bytes.length !== range[1])) {
    throw new Error(`${address} answered ${response.status} with ${bytes.length} bytes`);
  }
  const kind = bytes.toString('latin1', 4, 8);
  if (!kinds.includes(kind)) {
    throw new Error(`${address} starts with a box “${kind}” instead of ${kinds.join(' or ')}`);
  }
}
