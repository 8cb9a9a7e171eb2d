import { api, intentionKey, unwrap } from '@/api/client';
import type { MediaKind, SoundChoice, Upload } from '@/api/model';
import { ApiProblem, NetworkAway } from '@/api/problem';
import type { UploadPort } from './partsUpload';

const path = (id: string) => ({ params: { path: { id } } });
/** A part that has not moved for so long is sent anew. */
const stalledAfter = 45_000;

/** Bytes by XMLHttpRequest, which unlike fetch tells how many have gone out. */
export function putBytes(
  url: string,
  bytes: Blob,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let stalled = setTimeout(() => request.abort(), stalledAfter);
    const stop = () => request.abort();
    const settle = (how: () => void) => {
      clearTimeout(stalled);
      signal.removeEventListener('abort', stop);
      how();
    };
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), stalledAfter);
      onProgress(loaded);
    };
    request.onload = () =>
      settle(() => {
        if (request.status >= 200 && request.status < 300) resolve(readTag(request));
        else reject(refusal(request.status));
      });
    request.onerror = request.onabort = () => settle(() => reject(new NetworkAway()));
    signal.addEventListener('abort', stop);
    request.open('PUT', url);
    request.send(bytes);
  });
}

function readTag(request: XMLHttpRequest): string | undefined {
  const exposed = /^etag:/im.test(request.getAllResponseHeaders());
  return (exposed && request.getResponseHeader('ETag')) || undefined;
}

/** 400 is what stores say to a body that broke off. */
function refusal(status: number): ApiProblem {
  return new ApiProblem(status === 400 ? 502 : status, 'store-refused', '');
}

export const port: UploadPort = {
  look: (id) => unwrap(api.GET('/api/v1/uploads/{id}', path(id))),
  async sign(id, partNumbers) {
    const { urls } = await unwrap(api.POST('/api/v1/uploads/{id}/part-urls', { ...path(id), body: { partNumbers } }));
    return new Map(urls.map(({ number, url }) => [number, url]));
  },
  put: putBytes,
  complete: (id, parts) => unwrap(api.POST('/api/v1/uploads/{id}/complete', { ...path(id), body: { parts } })),
  wait: (seconds, signal) =>
    new Promise((done) => {
      const timer = setTimeout(done, seconds * 1000);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        done();
      });
    }),
};

export interface NewFile {
  name: string;
  size: number;
  type: string;
  kind: MediaKind;
  sound?: SoundChoice;
  replaces?: string;
}

export function createUpload(file: NewFile, key: string = intentionKey()): Promise<Upload> {
  return unwrap(
    api.POST('/api/v1/uploads', {
      params: { header: { 'Idempotency-Key': key } },
      body: {
        fileName: file.name,
        size: file.size,
        contentType: file.type,
        kind: file.kind,
        ...(file.sound ? { sound: file.sound } : {}),
        ...(file.replaces ? { replaces: file.replaces } : {}),
      },
    }),
  );
}

export async function abortUpload(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/uploads/{id}', path(id)));
}

/** How many uploads are looked at one by one; nobody has begun more that they still want. */
const looked = 10;

/** What was begun, the latest with the parts that have arrived: the list alone does not tell them. */
export async function openUploads(): Promise<Upload[]> {
  const { items } = await unwrap(api.GET('/api/v1/uploads', { params: { query: { limit: 50 } } }));
  return Promise.all(items.map((upload, index) => (upload.state === 'OPEN' && index < looked ? port.look(upload.id).catch(() => upload) : upload)));
}
