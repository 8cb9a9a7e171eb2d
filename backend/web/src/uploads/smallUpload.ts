import { intentionKey } from '@/api/client';
import type { MediaKind } from '@/api/model';
import { missingParts } from './partPlan';
import { createUpload, port, putBytes } from './port';

/** Uploads one small file and answers the id of its asset: a line that breaks is told, and the whole is tried again. */
export async function uploadSmall(file: File, kind: MediaKind, onProgress: (share: number) => void): Promise<string> {
  const upload = await createUpload({ name: file.name, size: file.size, type: file.type, kind }, intentionKey());
  const parts = missingParts(upload);
  const urls = await port.sign(upload.id, parts.map(({ number }) => number));
  const never = new AbortController().signal;
  for (const { number, from, to } of parts) {
    const url = urls.get(number);
    if (!url) throw new Error(`no address for part ${number}`);
    await putBytes(url, file.slice(from, to), (sent) => onProgress((from + sent) / file.size), never);
  }
  const arrived = await port.look(upload.id);
  const named = arrived.parts.map(({ number, etag }) => ({ number, etag }));
  const { assetId } = await port.complete(upload.id, named);
  if (!assetId) throw new Error('an upload ended without an asset');
  return assetId;
}
