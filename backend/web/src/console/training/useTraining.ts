import { api, unwrap } from '@/api/client';
import type { Certificate, Cohort, CohortInput, Trainee, TraineeInput } from '@/api/records';
import { allOf, at, atVersion, once, page, pageOf } from '../records/requests';

const ofTrainee = (id: string, lecturerId: string) => ({ params: { path: { id, lecturerId } } });

export const cohorts = {
  get: (id: string) => unwrap(api.GET('/api/v1/cohorts/{id}', at(id))),
  create: (body: CohortInput, key: string) => unwrap(api.POST('/api/v1/cohorts', { ...once(key), body })),
  change: (id: string, version: number, body: CohortInput) => unwrap(api.PUT('/api/v1/cohorts/{id}', { ...atVersion(id, version), body })),
  remove: ({ id, version }: Cohort) => unwrap(api.DELETE('/api/v1/cohorts/{id}', atVersion(id, version))),
  restore: (id: string) => unwrap(api.POST('/api/v1/cohorts/{id}/restore', at(id))),
  history: (id: string) => (after: string | undefined) => unwrap(api.GET('/api/v1/cohorts/{id}/history', pageOf(id, after))),
  close: ({ id, version }: Cohort) => unwrap(api.POST('/api/v1/cohorts/{id}/close', atVersion(id, version))),
  reopen: ({ id, version }: Cohort) => unwrap(api.POST('/api/v1/cohorts/{id}/reopen', atVersion(id, version))),
};

export const trainees = {
  all: (id: string) => allOf((after) => unwrap(api.GET('/api/v1/cohorts/{id}/trainees', pageOf(id, after, 100)))),
  removed: (id: string) => allOf((after) => unwrap(api.GET('/api/v1/cohorts/{id}/trainees/deleted', pageOf(id, after, 100)))),
  get: ({ cohortId, lecturerId }: Trainee) => unwrap(api.GET('/api/v1/cohorts/{id}/trainees/{lecturerId}', ofTrainee(cohortId, lecturerId))),
  enrol: (id: string, lecturerId: string) => unwrap(api.POST('/api/v1/cohorts/{id}/trainees', { ...at(id), body: { lecturerId } })),
  note: ({ cohortId: id, lecturerId, version }: Trainee, body: TraineeInput) => {
    const { path, header } = { path: { id, lecturerId }, header: atVersion(id, version).params.header };
    return unwrap(api.PUT('/api/v1/cohorts/{id}/trainees/{lecturerId}', { params: { path, header }, body }));
  },
  remove: ({ cohortId: id, lecturerId, version }: Trainee) => {
    const { path, header } = { path: { id, lecturerId }, header: atVersion(id, version).params.header };
    return unwrap(api.DELETE('/api/v1/cohorts/{id}/trainees/{lecturerId}', { params: { path, header } }));
  },
  restore: ({ cohortId, lecturerId }: Trainee) =>
    unwrap(api.POST('/api/v1/cohorts/{id}/trainees/{lecturerId}/restore', ofTrainee(cohortId, lecturerId))),
  history: ({ cohortId: id, lecturerId }: Trainee) => (after: string | undefined) =>
    unwrap(api.GET('/api/v1/cohorts/{id}/trainees/{lecturerId}/history', { params: { path: { id, lecturerId }, query: page(after, 20) } })),
};

const ofNumber = (number: string) => ({ params: { path: { number } } });
export const certificates = {
  get: (number: string) => unwrap(api.GET('/api/v1/certificates/{number}', ofNumber(number))),
  revoke: ({ number, version }: Certificate, reason: string) => {
    const { header } = atVersion(number, version).params;
    return unwrap(api.POST('/api/v1/certificates/{number}/revoke', { params: { path: { number }, header }, body: { reason } }));
  },
  history: (number: string) => (after: string | undefined) =>
    unwrap(api.GET('/api/v1/certificates/{number}/history', { params: { path: { number }, query: page(after, 20) } })),
};

export function cohortDraft(cohort: Cohort | undefined, region: string, today: string): CohortInput {
  if (!cohort) {
    const course = { code: 'K1', title: '', day: today, hours: 4 };
    return { number: '', name: '', region, startsOn: today, endsOn: today, courses: [course] };
  }
  const { number, name, startsOn, endsOn, courses, validMonths } = cohort;
  return { number, name, region: cohort.region, startsOn, endsOn, courses: courses.map((each) => ({ ...each })), ...(validMonths ? { validMonths } : {}) };
}

/** The next free short name of a course: K1, K2, … */
export function nextCode(courses: readonly { code: string }[]): string {
  const taken = courses.map(({ code }) => Number(/^K(\d+)$/.exec(code)?.[1] ?? 0));
  return `K${Math.max(0, ...taken) + 1}`;
}
