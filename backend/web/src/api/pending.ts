/**
 * What the server will describe in openapi.json once these capabilities have landed, in the form that openapi-typescript
 * writes. Whatever the generated description has replaces what stands here.
 */
type Maybe<Key extends string, T> = [T] extends [never] ? { [K in Key]?: never } : { [K in Key]: T };
type Op<Status extends number, Answer, Query = never, Path = never, Body = never, Header = never> = {
  parameters: { query?: [Query] extends [never] ? never : Query; cookie?: never } & Maybe<'path', Path> &
    Maybe<'header', Header>;
  responses: { [S in Status]: { content: { 'application/json': Answer } } };
} & Maybe<'requestBody', [Body] extends [never] ? never : { content: { 'application/json': Body } }>;
type PageQuery = { after?: string; limit?: number };
type Id = { id: string };
type Once = { 'Idempotency-Key': string };
type S = components['schemas'];

export interface components {
  schemas: {
    MediaKind: 'VIDEO' | 'DOCUMENT';
    UploadPart: { number: number; size: number; etag: string };
    Upload: {
      id: string;
      state: 'OPEN' | 'COMPLETED' | 'ABORTED' | 'EXPIRED';
      fileName: string;
      size: number;
      kind: S['MediaKind'];
      partSize: number;
      partCount: number;
      parts: S['UploadPart'][];
      expiresAt: string;
      assetId?: string;
    };
    NewUpload: { fileName: string; size: number; contentType: string; kind: S['MediaKind'] };
    PartUrls: { urls: { number: number; url: string; expiresAt: string }[] };
    MediaAsset: {
      id: string;
      kind: S['MediaKind'];
      state: 'PROCESSING' | 'READY' | 'REFUSED' | 'FAILED';
      fileName: string;
      createdAt: string;
      published: boolean;
      job?: {
        state: 'QUEUED' | 'RUNNING' | 'DONE' | 'REFUSED' | 'FAILED';
        step?: string;
        percent?: number;
        attempt: number;
        detail?: string;
        outputTail?: string;
      };
      refusal?: { code: string; message: string };
      durationSeconds?: number;
      renditions: string[];
      audioOnly?: boolean;
      pages?: number;
      bytes?: number;
    };
  };
}

type Page<T> = { items: T[]; next?: string };

export interface paths {
  '/api/v1/uploads': {
    get: Op<200, Page<S['Upload']>, PageQuery>;
    post: Op<201, S['Upload'], never, never, S['NewUpload'], Once>;
  };
  '/api/v1/uploads/{id}': {
    get: Op<200, S['Upload'], never, Id>;
    delete: Op<204, undefined, never, Id>;
  };
  '/api/v1/uploads/{id}/part-urls': { post: Op<200, S['PartUrls'], never, Id, { partNumbers: number[] }> };
  '/api/v1/uploads/{id}/complete': {
    post: Op<200, S['Upload'], never, Id, { parts: { number: number; etag: string }[] }>;
  };
  '/api/v1/media-assets': { get: Op<200, Page<S['MediaAsset']>, PageQuery> };
  '/api/v1/media-assets/{id}': {
    get: Op<200, S['MediaAsset'], never, Id>;
    delete: Op<204, undefined, never, Id>;
  };
  '/api/v1/media-assets/{id}/retry': { post: Op<202, undefined, never, Id> };
  '/api/v1/media-assets/{id}/links': { get: Op<200, import('./generated').components['schemas']['MediaLinks'], never, Id> };
}
