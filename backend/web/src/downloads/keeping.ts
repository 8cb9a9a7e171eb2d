import { filesOf, keptMaster, pictureToKeep, readMaster, renamed, type MediaPlaylist, type Variant, type Master } from './playlist';
import type { MediaLinks } from '@/api/model';
import { cacheName, folderOf, pdfName, type KeptAs } from './shelf';

interface Part {
  name: 'video' | 'audio';
  address: string;
  playlist: string;
  media: MediaPlaylist;
}

/** What can be kept of a lesson, with its cost. */
export interface Offer {
  as: KeptAs;
  bytes: number;
  parts: Part[];
  master?: string;
  /** Of a document: its pages and its PDF, by the name each is kept under. */
  files?: { name: string; address: string }[];
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
  const media = filesOf(playlist, address);
  return media && { name, address, playlist, media };
}

/** What can be kept of a lesson, and what it would cost; nothing is brought for that but playlists and the heads of files. */
export async function offersOf({ master, pageImages, pdf }: MediaLinks): Promise<Offer[]> {
  if (master) return offersFor(new URL(master, location.href).href);
  return pageImages.length > 0 ? [await documentOffer(pageImages, pdf)] : [];
}

async function documentOffer(pageImages: readonly string[], pdf: string | undefined): Promise<Offer> {
  const files = pageImages.map((address, index) => ({ name: `page-${index + 1}`, address }));
  if (pdf) files.push({ name: pdfName, address: pdf });
  let bytes = 0;
  for (const { address } of files) bytes += await sizeOf(address);
  return { as: 'document', bytes, parts: [], files };
}

/** Signed addresses are for reading only, so the answer is begun and let go once its head is there. */
async function sizeOf(address: string): Promise<number> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const told = Number(answer.headers.get('Content-Length') ?? 0);
  if (told > 0) {
    await answer.body?.cancel();
    return told;
  }
  return (await answer.blob()).size;
}

/** Reads the playlists of a lesson, some kilobytes, and says what keeping it would cost. */
async function offersFor(masterAddress: string): Promise<Offer[]> {
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
  const count = counter(offer.bytes, progress);
  try {
    for (const part of offer.parts) await keepPart(cache, folder, part, count, signal);
    for (const { name, address } of offer.files ?? []) await cache.put(folder + name, await counted(address, count, signal));
    if (offer.master) await cache.put(`${folder}master.m3u8`, playlistAnswer(offer.master));
  } catch (error) {
    await drop(lessonId);
    throw error instanceof DOMException && error.name === 'QuotaExceededError' ? new NoRoom() : error;
  }
}

type Count = (bytes: number) => void;

/** Adds up what comes, over all files. */
function counter(most: number, progress: (bytes: number) => void): Count {
  let come = 0;
  return (bytes) => progress(Math.min((come += bytes), most));
}

async function keepPart(cache: Cache, folder: string, { name, address, playlist, media }: Part, count: Count, signal: AbortSignal): Promise<void> {
  const fileName = (file: string) => `${name}-${media.files.indexOf(file)}.mp4`;
  for (const file of media.files) await cache.put(folder + fileName(file), await counted(file, count, signal, 'video/mp4'));
  await cache.put(`${folder}${name}.m3u8`, playlistAnswer(renamed(playlist, address, fileName)));
}

/** How the shelf remembers what was kept. */
export function keptFiles({ files }: Offer): { pages?: string[]; pdf?: boolean } {
  const names = files?.map(({ name }) => name);
  return names ? { pages: names.filter((name) => name !== pdfName), pdf: names.includes(pdfName) } : {};
}

async function makeRoom(bytes: number): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined;
  await storage?.persist?.().catch(() => false);
  const { quota, usage } = (await storage?.estimate?.()) ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < bytes * 1.05) throw new NoRoom();
}

async function counted(file: string, count: Count, signal: AbortSignal, type?: string): Promise<Response> {
  const answer = await fetch(file, { signal });
  if (!answer.ok || !answer.body) throw new Error(`${file} answered ${answer.status}`);
  const passing = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      count(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(passing), { headers: { 'Content-Type': type ?? answer.headers.get('Content-Type') ?? 'application/octet-stream' } });
}

const playlistAnswer = (playlist: string) => new Response(playlist, { headers: { 'Content-Type': 'application/vnd.apple.mpegurl' } });

export async function drop(lessonId: string): Promise<void> {
  const cache = await caches.open(cacheName);
  const folder = folderOf(lessonId);
  const mine = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(folder));
  await Promise.all(mine.map((request) => cache.delete(request)));
}
