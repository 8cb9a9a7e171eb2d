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
type EntryPath = { id: string; entryId: string };
type IfMatch = { 'If-Match': string };
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
    MediaLinks: {
      master?: string;
      poster?: string;
      pdf?: string;
      text?: string;
      pageImages: string[];
      expiresAt: string;
    };
    Criterion: { id: string; name: string; weight: number; max: number; step: number };
    RankingRule: { method: 'MEAN' | 'TRIMMED_MEAN'; drop: number; scale: number };
    NewContest: {
      title: string;
      kind: 'LECTURE_VIDEO' | 'LESSON_PLAN';
      opensAt: string;
      closesAt: string;
      rubric: S['Criterion'][];
      ranking: S['RankingRule'];
    };
    Contest: S['NewContest'] & {
      id: string;
      state: 'DRAFT' | 'OPEN' | 'JUDGING' | 'PUBLISHED';
      region: string;
      judgeIds?: string[];
      version: number;
    };
    Entry: {
      id: string;
      contestId: string;
      title: string;
      number?: number;
      entrantId?: string;
      entrant?: string;
      mediaAssetId?: string;
      state?: string;
    };
    ScoreSheet: {
      scores: Record<string, string>;
      comment?: string;
      state: 'DRAFT' | 'SUBMITTED';
      savedAt?: string;
    };
    Ranking: S['RankingRule'] & {
      items: {
        rank: number;
        entryId: string;
        title: string;
        entrant?: string;
        score: string;
        sheets: number;
        note?: string;
      }[];
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
  '/api/v1/media-assets/{id}/links': { get: Op<200, S['MediaLinks'], never, Id> };
  '/api/v1/contests': {
    get: Op<200, Page<S['Contest']>, PageQuery>;
    post: Op<201, S['Contest'], never, never, S['NewContest'], Once>;
  };
  '/api/v1/contests/{id}': { get: Op<200, S['Contest'], never, Id> };
  '/api/v1/contests/{id}/judges': {
    put: Op<200, S['Contest'], never, Id, { judges: { id: string; name: string }[] }, IfMatch>;
  };
  '/api/v1/contests/{id}/open': { post: Op<200, S['Contest'], never, Id> };
  '/api/v1/contests/{id}/start-judging': { post: Op<200, S['Contest'], never, Id> };
  '/api/v1/contests/{id}/publish': { post: Op<200, S['Contest'], never, Id> };
  '/api/v1/contests/{id}/entries': {
    get: Op<200, Page<S['Entry']>, PageQuery, Id>;
    post: Op<201, S['Entry'], never, Id, { title: string; mediaAssetId: string }, Once>;
  };
  '/api/v1/contests/{id}/entries/{entryId}/material': { get: Op<200, S['MediaLinks'], never, EntryPath> };
  '/api/v1/contests/{id}/entries/{entryId}/score-sheet': {
    get: Op<200, S['ScoreSheet'], never, EntryPath>;
    put: Op<200, S['ScoreSheet'], never, EntryPath, { scores: Record<string, string>; comment?: string }>;
  };
  '/api/v1/contests/{id}/entries/{entryId}/score-sheet/submit': {
    post: Op<200, S['ScoreSheet'], never, EntryPath>;
  };
  '/api/v1/contests/{id}/ranking': { get: Op<200, S['Ranking'], never, Id> };
}
