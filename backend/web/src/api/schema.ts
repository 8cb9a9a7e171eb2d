/**
 * The shapes of the HTTP API, in the form that openapi-typescript writes them.
 * `npm run generate` replaces this file from openapi.json.
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
    Configuration: {
      issuer: string;
      clientId: string;
      publicUrl: string;
      limits: { videoBytes: number; documentBytes: number };
    };
    Me: { id: string; name: string; roles: S['Role'][]; region: string };
    Role: 'VILLAGER' | 'LECTURER' | 'HALL_MANAGER' | 'JUDGE' | 'PUBLICITY' | 'ADMIN';
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
      assetId?: string | null;
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
        step?: string | null;
        percent?: number | null;
        attempt: number;
        detail?: string | null;
        outputTail?: string | null;
      } | null;
      refusal?: { code: string; message: string } | null;
      durationSeconds?: number | null;
      renditions: string[];
      audioOnly?: boolean | null;
      pages?: number | null;
      bytes?: number | null;
    };
    MediaLinks: {
      master?: string | null;
      poster?: string | null;
      pdf?: string | null;
      text?: string | null;
      pageImages: string[];
      expiresAt: string;
    };
    Format: 'LECTURE' | 'STORY' | 'MOUNTAIN_SONG' | 'LOCAL_OPERA' | 'CLAPPER_TALK' | 'SKIT';
    CourseContent: { title: string; summary: string; format: S['Format']; language: string };
    Lesson: {
      id: string;
      title: string;
      kind: S['MediaKind'];
      mediaAssetId: string;
      durationSeconds?: number | null;
    };
    Course: S['CourseContent'] & {
      id: string;
      state: 'DRAFT' | 'SUBMITTED' | 'PUBLISHED' | 'RETURNED' | 'ARCHIVED';
      region: string;
      ownerId: string;
      ownerName: string;
      lessons: S['Lesson'][];
      reviewNote?: string | null;
      publishedAt?: string | null;
      version: number;
    };
    Progress: { lessonId: string; positionSeconds: number; updatedAt: string };
    RecentLesson: {
      courseId: string;
      courseTitle: string;
      lessonId: string;
      lessonTitle: string;
      positionSeconds: number;
      durationSeconds?: number | null;
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
      judgeIds?: string[] | null;
      version: number;
    };
    Entry: {
      id: string;
      contestId: string;
      title: string;
      number?: number | null;
      entrantId?: string | null;
      entrant?: string | null;
      mediaAssetId?: string | null;
      state?: string | null;
    };
    ScoreSheet: {
      scores: Record<string, string>;
      comment?: string | null;
      state: 'DRAFT' | 'SUBMITTED';
      savedAt?: string | null;
    };
    Ranking: S['RankingRule'] & {
      items: {
        rank: number;
        entryId: string;
        title: string;
        entrant?: string | null;
        score: string;
        sheets: number;
        note?: string | null;
      }[];
    };
  };
}

type Page<T> = { items: T[]; next?: string | null };

export interface paths {
  '/api/v1/configuration': { get: Op<200, S['Configuration']> };
  '/api/v1/me': { get: Op<200, S['Me']> };
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
  '/api/v1/courses': {
    get: Op<200, Page<S['Course']>, PageQuery & { q?: string; format?: S['Format'] }>;
    post: Op<201, S['Course'], never, never, S['CourseContent'], Once>;
  };
  '/api/v1/courses/{id}': {
    get: Op<200, S['Course'], never, Id>;
    put: Op<200, S['Course'], never, Id, S['CourseContent'], IfMatch>;
  };
  '/api/v1/courses/{id}/lessons': {
    post: Op<200, S['Course'], never, Id, { title: string; mediaAssetId: string }>;
  };
  '/api/v1/courses/{id}/lessons/{lessonId}': {
    delete: Op<200, S['Course'], never, { id: string; lessonId: string }, never, IfMatch>;
  };
  '/api/v1/courses/{id}/lessons/{lessonId}/playback': {
    get: Op<200, S['MediaLinks'], never, { id: string; lessonId: string }>;
  };
  '/api/v1/courses/{id}/submit': { post: Op<200, S['Course'], never, Id> };
  '/api/v1/courses/{id}/publish': { post: Op<200, S['Course'], never, Id> };
  '/api/v1/courses/{id}/return': { post: Op<200, S['Course'], never, Id, { note: string }> };
  '/api/v1/courses/{id}/archive': { post: Op<200, S['Course'], never, Id> };
  '/api/v1/me/courses': { get: Op<200, Page<S['Course']>, PageQuery> };
  '/api/v1/review/courses': { get: Op<200, Page<S['Course']>, PageQuery> };
  '/api/v1/me/progress': { get: Op<200, { items: S['Progress'][] }, { courseId: string }> };
  '/api/v1/me/progress/recent': { get: Op<200, { items: S['RecentLesson'][] }> };
  '/api/v1/me/progress/{lessonId}': {
    put: Op<200, S['Progress'], never, { lessonId: string }, { courseId: string; positionSeconds: number }>;
  };
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
