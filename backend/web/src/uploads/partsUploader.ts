import { BasePlugin, type Uppy } from '@uppy/core';
import type { DefinePluginOpts, PluginOpts } from '@uppy/core';
import { intentionKey } from '@/api/client';
import type { MediaKind, SoundChoice, Upload } from '@/api/model';
import { isPassing } from '@/api/problem';
import { backOff } from './partPlan';
import { PartsUpload, type UploadEvents } from './partsUpload';
import { createUpload, port } from './port';

export interface FileMeta extends Record<string, unknown> {
  kind: MediaKind;
  sound?: SoundChoice;
  uploadId?: string;
  key?: string;
  /** The asset whose content the file takes the place of. */
  replaces?: string;
}
type Answer = Record<string, never>;
export type LectureUppy = Uppy<FileMeta, Answer>;

export interface UploaderOptions extends PluginOpts {
  begun(fileId: string): void;
  created(fileId: string, upload: Upload): void;
  done(fileId: string, upload: Upload): void;
  failed(fileId: string, error: unknown): void;
  events(fileId: string): UploadEvents;
}

/** One after the other; whoever pauses gives the turn away. */
class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/**
 * The uploader that Uppy runs: our API opens and closes the upload, the parts go to the object store. One file at a
 * time: on a thin line two half files are worth less than one whole.
 */
export class PartsUploader extends BasePlugin<DefinePluginOpts<UploaderOptions, never>, FileMeta, Answer> {
  private readonly running = new Map<string, PartsUpload>();
  private readonly resumes = new Map<string, () => void>();
  private readonly turns = new Turns();

  constructor(uppy: LectureUppy, options: UploaderOptions) {
    super(uppy, options);
    this.id = 'parts-uploader';
    this.type = 'uploader';
  }

  override install(): void {
    const { capabilities } = this.uppy.getState();
    this.uppy.setState({ capabilities: { ...capabilities, resumableUploads: true } });
    this.uppy.addUploader(this.uploadAll);
    this.uppy.on('upload-pause', (file, paused) => file && this.pause(file.id, paused));
    this.uppy.on('file-removed', (file) => this.release(file.id));
  }

  tryNow(fileId: string): void {
    this.running.get(fileId)?.tryNow();
  }

  private readonly uploadAll = async (fileIds: string[]): Promise<void> => {
    await Promise.all(fileIds.map((fileId) => this.uploadOne(fileId)));
  };

  private async uploadOne(fileId: string): Promise<void> {
    try {
      let upload: Upload | undefined;
      while (!upload && this.uppy.getState().files[fileId]) {
        if (this.uppy.getFile(fileId).isPaused) await this.resumed(fileId);
        else upload = await this.turns.take(() => this.attempt(fileId));
      }
      if (upload) this.succeed(fileId, upload);
    } catch (error) {
      this.fail(fileId, error);
    } finally {
      this.running.delete(fileId);
    }
  }

  private async attempt(fileId: string): Promise<Upload | undefined> {
    const file = this.uppy.getState().files[fileId];
    if (!file || file.isPaused) return undefined;
    this.opts.begun(fileId);
    const uploadId = file.meta.uploadId ?? (await this.create(fileId)).id;
    const engine = new PartsUpload(uploadId, file.data as Blob, port, this.watched(fileId));
    this.running.set(fileId, engine);
    return this.uppy.getFile(fileId)?.isPaused ? undefined : engine.run();
  }

  private async create(fileId: string): Promise<Upload> {
    const { name = '', size, type, meta } = this.uppy.getFile(fileId);
    const key = meta.key ?? intentionKey();
    this.uppy.setFileMeta(fileId, { ...meta, key });
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { kind, sound, replaces } = meta;
        const about = { name, size: size ?? 0, type: type ?? '', kind, ...(sound ? { sound } : {}), ...(replaces ? { replaces } : {}) };
        const upload = await createUpload(about, key);
        this.uppy.setFileMeta(fileId, { ...meta, key, uploadId: upload.id });
        this.opts.created(fileId, upload);
        return upload;
      } catch (error) {
        if (!isPassing(error)) throw error;
        const seconds = backOff(attempt);
        this.opts.events(fileId).waiting(seconds);
        await port.wait(seconds, AbortSignal.timeout(60_000));
      }
    }
  }

  private watched(fileId: string): UploadEvents {
    const events = this.opts.events(fileId);
    return {
      ...events,
      progress: (sent) => {
        events.progress(sent);
        const file = this.uppy.getFile(fileId);
        const uploadStarted = file?.progress.uploadStarted ?? Date.now();
        if (file) this.uppy.emit('upload-progress', file, { uploadStarted, bytesUploaded: sent, bytesTotal: file.size });
      },
    };
  }

  private succeed(fileId: string, upload: Upload): void {
    const file = this.uppy.getFile(fileId);
    this.uppy.emit('upload-success', file, { status: 200, body: {} });
    this.opts.done(fileId, upload);
  }

  private fail(fileId: string, error: unknown): void {
    const file = this.uppy.getState().files[fileId];
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (file) this.uppy.emit('upload-error', file, { name, message });
    this.opts.failed(fileId, error);
  }

  private pause(fileId: string, paused: boolean): void {
    if (paused) this.running.get(fileId)?.stop();
    else this.release(fileId);
  }

  private resumed(fileId: string): Promise<void> {
    return new Promise((done) => this.resumes.set(fileId, done));
  }

  private release(fileId: string): void {
    if (!this.uppy.getState().files[fileId]) this.running.get(fileId)?.stop();
    this.resumes.get(fileId)?.();
    this.resumes.delete(fileId);
  }
}
