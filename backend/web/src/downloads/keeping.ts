import { fileOf, keptMaster, pictureToKeep, pointingTo, readMaster, type MediaPlaylist, type Variant, type Master } from './playlist';
import { cacheName, folderOf, type KeptAs } from './shelf';

interface Part {
  name: 'video' | 'audio';
  file: string;
  playlist: string;
  media: MediaPlaylist;
}

/** What can be kept of a lesson, with its cost. */
export interface Offer {
  as: KeptAs;
  bytes: number;
  parts: Part[];
  master?: string;
}

/** The phone is full. */
export class NoRoom extends Error {}

async function text(address: string, signal?: AbortSignal): Promise<string> {
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.text();
}

async function part(name: Part['name'], address: string): Promise<Part | undefined> {
  const playlist = await text(address);
  const media = fileOf(playlist, address);
  return media && { name, file: name === 'video' ? 'video.mp4' : 'audio.m4a', playlist, media };
}

/** Reads the playlists of a lesson, some kilobytes, and says what keeping it would cost. */
export async function offersFor(masterAddress: string): Promise<Offer[]> {
  const master = readMaster(await text(masterAddress), masterAddress);
  const picture = pictureToKeep(master);
  const audio = await part('audio', master.sound?.address ?? masterAddress.replace('/master.m3u8', '/audio.m3u8')).catch(() => undefined);
  const offers: Offer[] = audio ? [{ as: 'audio', bytes: audio.media.bytes, parts: [audio] }] : [];
  const video = picture && (await part('video', picture.address));
  if (video && picture) offers.push(withPicture(video, audio, picture, master));
  return offers;
}

function withPicture(video: Part, audio: Part | undefined, picture: Variant, { sound }: Master): Offer {
  const parts = audio && sound ? [video, audio] : [video];
  const bytes = parts.reduce((sum, { media }) => sum + media.bytes, 0);
  return { as: 'video', bytes, parts, master: keptMaster(picture, sound) };
}

/** Brings the files onto the phone; `progress` hears how many bytes have come. On failure nothing stays. */
export async function keep(lessonId: string, offer: Offer, progress: (bytes: number) => void, signal: AbortSignal): Promise<void> {
  await makeRoom(offer.bytes);
  const cache = await caches.open(cacheName);
  const folder = folderOf(lessonId);
  let before = 0;
  try {
    for (const { name, file, playlist, media } of offer.parts) {
      await cache.put(folder + file, await counted(media, (bytes) => progress(before + bytes), signal));
      await cache.put(`${folder}${name}.m3u8`, playlistAnswer(pointingTo(playlist, file)));
      before += media.bytes;
    }
    if (offer.master) await cache.put(`${folder}master.m3u8`, playlistAnswer(offer.master));
  } catch (error) {
    await drop(lessonId);
    throw error instanceof DOMException && error.name === 'QuotaExceededError' ? new NoRoom() : error;
  }
}

async function makeRoom(bytes: number): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined;
  await storage?.persist?.().catch(() => false);
  const { quota, usage } = (await storage?.estimate?.()) ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < bytes * 1.05) throw new NoRoom();
}

async function counted({ file, bytes }: MediaPlaylist, progress: (bytes: number) => void, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(file, { signal });
  if (!answer.ok || !answer.body) throw new Error(`${file} answered ${answer.status}`);
  let come = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      come += chunk.byteLength;
      progress(Math.min(come, bytes));
      out.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(counter), { headers: { 'Content-Type': 'video/mp4' } });
}

const playlistAnswer = (playlist: string) => new Response(playlist, { headers: { 'Content-Type': 'application/vnd.apple.mpegurl' } });

export async function drop(lessonId: string): Promise<void> {
  const cache = await caches.open(cacheName);
  const folder = folderOf(lessonId);
  const mine = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(folder));
  await Promise.all(mine.map((request) => cache.delete(request)));
}
