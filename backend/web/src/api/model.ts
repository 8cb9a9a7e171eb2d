import type { components } from './schema';

type Schemas = components['schemas'];

export type Configuration = Schemas['Configuration'];
export type Me = Schemas['Me'];
export type Role = Schemas['Role'];
export type MediaKind = Schemas['MediaKind'];
export type Upload = Schemas['Upload'];
export type MediaAsset = Schemas['MediaAsset'];
export type MediaLinks = Schemas['MediaLinks'];
export type Format = Schemas['Format'];
export type CourseContent = Schemas['CourseContent'];
export type Lesson = Schemas['Lesson'];
export type Course = Schemas['Course'];
export type Progress = Schemas['Progress'];
export type RecentLesson = Schemas['RecentLesson'];
export type Criterion = Schemas['Criterion'];
export type NewContest = Schemas['NewContest'];
export type Contest = Schemas['Contest'];
export type Entry = Schemas['Entry'];
export type ScoreSheet = Schemas['ScoreSheet'];
export type Ranking = Schemas['Ranking'];

export interface Page<T> {
  items: T[];
  next?: string | null;
}
