import type { Schemas } from './schema';

/** The shapes of halls, people and places, as the console works with them. */
export type Hall = Schemas['HallView'];
export type HallInput = Schemas['HallInput'];
export type Lecturer = Schemas['LecturerView'];
export type LecturerInput = Schemas['LecturerInput'];
export type Team = Schemas['TeamView'];
export type TeamInput = Schemas['TeamInput'];
export type Revision = Schemas['Revision'];
export type Division = Schemas['DivisionView'];
export type ImportRun = Schemas['ImportView'];
export type Session = Schemas['Session'];
export type SessionInput = Schemas['SessionInput'];
export type SessionSeries = Schemas['Series'];
export type SeriesInput = Schemas['SeriesInput'];
export type LectureRequest = Schemas['LectureRequest'];
export type Notice = Schemas['Notice'];
export type NoticeInput = Schemas['NoticeInput'];
export type NoticeReceipt = Schemas['NoticeReceipt'];
export type AttendanceList = Schemas['AttendanceList'];
export type Figures = Schemas['Figures'];
export type StatisticsLine = Schemas['StatisticsLine'];
export type Cohort = Schemas['CohortView'];
export type CohortInput = Schemas['CohortInput'];
export type TrainingCourse = Schemas['TrainingCourse'];
export type Trainee = Schemas['TraineeView'];
export type TraineeInput = Schemas['TraineeInput'];
export type Certificate = Schemas['CertificateView'];
