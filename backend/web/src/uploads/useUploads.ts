import { Uppy } from '@uppy/core';
import { computed, reactive } from 'vue';
import type { MediaKind, SoundChoice, Upload } from '@/api/model';
import { onBack } from '@/app/connection';
import { configuration } from '@/identity/configuration';
import { kindOf } from './kinds';
import { belongsTo } from './partPlan';
import { PartsUploader, type FileMeta } from './partsUploader';
import { abortUpload } from './port';
import { RateMeter } from './rate';
import { forgetHandle, rememberHandle } from './remembered';

export type SendingState = 'queued' | 'sending' | 'waiting' | 'paused' | 'failed' | 'done';

export interface Sending {
  fileId: string;
  name: string;
  size: number;
  kind: MediaKind;
  state: SendingState;
  sent: number;
  bytesPerSecond: number;
  secondsLeft: number | undefined;
  retryIn: number;
  error: unknown;
  uploadId: string | undefined;
  assetId: string | undefined;
  replaces: string | undefined;
}

export interface Refused {
  name: string;
  reason: 'unknown-kind' | 'empty-file' | 'file-too-large';
  limit?: number;
}

const sendings = reactive(new Map<string, Sending>());
const refused = reactive<Refused[]>([]);
const meters = new Map<string, RateMeter>();
const handles = new Map<string, FileSystemFileHandle>();
const finished = new Set<(upload: Upload) => void>();

function change(fileId: string, patch: Partial<Sending>): void {
  const sending = sendings.get(fileId);
  if (sending) Object.assign(sending, patch);
}

function onProgress(fileId: string, sent: number): void {
  const meter = meters.get(fileId);
  const sending = sendings.get(fileId);
  if (!meter || !sending) return;
  meter.note(sent);
  const secondsLeft = meter.secondsLeft(sending.size - sent);
  Object.assign(sending, { sent, secondsLeft, bytesPerSecond: meter.bytesPerSecond() });
}

const uppy = new Uppy<FileMeta, Record<string, never>>({ autoProceed: true, allowMultipleUploadBatches: true });
uppy.use(PartsUploader, {
  begun: (fileId) => {
    meters.set(fileId, new RateMeter());
    change(fileId, { state: 'sending', error: undefined });
  },
  created: (fileId, upload) => {
    change(fileId, { uploadId: upload.id });
    const handle = handles.get(fileId);
    if (handle) void rememberHandle(upload.id, handle);
  },
  done: (fileId, upload) => {
    change(fileId, { state: 'done', sent: upload.size, assetId: upload.assetId ?? undefined });
    void forgetHandle(upload.id);
    finished.forEach((listener) => listener(upload));
    sendings.delete(fileId);
    uppy.removeFile(fileId);
  },
  failed: (fileId, error) => change(fileId, { state: 'failed', error }),
  events: (fileId) => ({
    progress: (sent) => onProgress(fileId, sent),
    waiting: (seconds) => {
      meters.get(fileId)?.reset();
      change(fileId, { state: 'waiting', retryIn: Math.ceil(seconds) });
    },
    moving: () => change(fileId, { state: 'sending' }),
  }),
});
const uploader = uppy.getPlugin<PartsUploader>('parts-uploader');

setInterval(() => {
  for (const sending of sendings.values()) {
    if (sending.state === 'waiting' && sending.retryIn > 0) sending.retryIn -= 1;
  }
}, 1000);
const tryAllNow = () => sendings.forEach(({ fileId, state }) => state === 'waiting' && uploader?.tryNow(fileId));
onBack(tryAllNow);
addEventListener('online', tryAllNow);
addEventListener('beforeunload', (event) => {
  if ([...sendings.values()].some(({ state }) => state === 'sending' || state === 'waiting')) event.preventDefault();
});

async function refusal(file: File): Promise<Refused | undefined> {
  const kind = kindOf(file);
  if (!kind) return { name: file.name, reason: 'unknown-kind' };
  if (file.size === 0) return { name: file.name, reason: 'empty-file' };
  const limits = await configuration().then(
    (known) => known.limits,
    () => undefined,
  );
  const limit = kind === 'VIDEO' ? limits?.videoBytes : limits?.documentBytes;
  return limit !== undefined && file.size > limit ? { name: file.name, reason: 'file-too-large', limit } : undefined;
}

/** Queues a file; one that an open upload began with goes on where that one stopped. */
async function add(
  file: File,
  open: readonly Upload[],
  { handle, sound, replaces }: { handle?: FileSystemFileHandle; sound?: SoundChoice; replaces?: string } = {},
): Promise<void> {
  const no = await refusal(file);
  if (no) {
    refused.push(no);
    return;
  }
  const known = open.find((upload) => belongsTo(file, upload) && (replaces === undefined || upload.replaces === replaces));
  if ([...sendings.values()].some(({ name, size }) => name === file.name && size === file.size)) return;
  const kind = kindOf(file) ?? 'VIDEO';
  const heard = kind === 'VIDEO' && sound ? { sound } : {};
  const meta: FileMeta = { kind, ...heard, ...(known ? { uploadId: known.id } : {}), ...(replaces ? { replaces } : {}) };
  const before = { state: 'queued', sent: 0, bytesPerSecond: 0, secondsLeft: undefined, retryIn: 0 } as const;
  uppy.once('file-added', ({ id }) => {
    if (handle) handles.set(id, handle);
    const about = { fileId: id, name: file.name, size: file.size, kind, error: undefined };
    sendings.set(id, { ...before, ...about, uploadId: known?.id, assetId: undefined, replaces: replaces ?? known?.replaces ?? undefined });
  });
  uppy.addFile({ name: file.name, type: file.type, data: file, meta: { ...meta, relativePath: `${Date.now()}` } });
}

async function drop(fileId: string): Promise<void> {
  const uploadId = sendings.get(fileId)?.uploadId;
  sendings.delete(fileId);
  if (uppy.getState().files[fileId]) uppy.removeFile(fileId);
  if (uploadId) await Promise.all([abortUpload(uploadId), forgetHandle(uploadId)]);
}

function togglePause(fileId: string): void {
  const paused = uppy.pauseResume(fileId);
  meters.get(fileId)?.reset();
  change(fileId, { state: paused ? 'paused' : 'queued', secondsLeft: undefined, bytesPerSecond: 0 });
}

export function useUploads() {
  return {
    sendings: computed(() => [...sendings.values()]),
    refused,
    add,
    drop,
    togglePause,
    retry: (fileId: string) => void uppy.retryUpload(fileId),
    tryNow: (fileId: string) => uploader?.tryNow(fileId),
    onFinished(listener: (upload: Upload) => void): () => void {
      finished.add(listener);
      return () => finished.delete(listener);
    },
  };
}
