import type { Schemas } from './schema';

export type Configuration = Schemas['AppConfiguration'];
export type Me = Schemas['Me'];
export type Role = Me['roles'][number];
export type MediaKind = MediaAsset['kind'];
export type SoundChoice = NonNullable<Schemas['NewUpload']['sound']>;
export type Upload = Schemas['UploadView'];
export type MediaAsset = Schemas['AssetView'];
export type MediaLinks = Schemas['MediaLinks'];
export type OfflineFiles = Schemas['OfflineFiles'];
export type Slides = Schemas['LessonSlides'];
export type SlideTurn = Schemas['SlideTurn'];
export type Chapter = Schemas['Chapter'];
export type Caption = Schemas['Caption'];
export type KeptCaption = Schemas['KeptCaption'];
export type Format = Course['format'];
export type CourseContent = Schemas['CourseText'];
export type Lesson = Schemas['LessonView'];
export type Quiz = Schemas['QuizView'];
export type QuizAttempt = Schemas['QuizAttemptView'];
export type Course = Schemas['CourseView'];
export type ReplacementToReview = Schemas['ReplacementToReview'];
export type Progress = Schemas['ProgressView'];
export type RecentLesson = Schemas['RecentLesson'];
export type Criterion = Schemas['Criterion'];
export type NewContest = Schemas['NewContest'];
export type Contest = Schemas['Contest'];
export type Entry = Schemas['Entry'];
export type ScoreSheet = Schemas['ScoreSheet'];
export type Ranking = Schemas['Ranking'];
export type Letter = Schemas['Letter'];
export type Session = Schemas['Session'];
export type Hall = Schemas['HallView'];
export type Division = Schemas['DivisionView'];
export type LectureRequest = Schemas['LectureRequest'];
export type CalendarFeed = Schemas['CalendarFeed'];

export interface Page<T> {
  items: T[];
  next?: string | null;
}
