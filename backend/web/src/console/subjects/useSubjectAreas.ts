import { api, unwrap } from '@/api/client';
import type { SubjectArea } from '@/api/records';
import { hasAny, officerRoles, useSession } from '@/identity/session';
import { at, atVersion, once, pageOf } from '../records/requests';

/** They are the whole city's, so only officers of a city or above change them. */
export const mayEditSubjects = (): boolean => hasAny(officerRoles) && (useSession().me.value?.region.length ?? 12) <= 4;

/** What can be typed of an area; its id is chosen once and stays, since courses and sessions are kept under it. */
export interface AreaDraft {
  id: string;
  nameZh: string;
  nameEn: string;
  place: number;
}

const named = ({ nameZh, nameEn, place }: AreaDraft) => ({ nameZh, nameEn, place });

export const subjectAreas = {
  get: (id: string) => unwrap(api.GET('/api/v1/subject-areas/{id}', at(id))),
  create: (body: AreaDraft, key: string) => unwrap(api.POST('/api/v1/subject-areas', { ...once(key), body })),
  change: (id: string, version: number, draft: AreaDraft) => unwrap(api.PUT('/api/v1/subject-areas/{id}', { ...atVersion(id, version), body: named(draft) })),
  remove: ({ id, version }: SubjectArea) => unwrap(api.DELETE('/api/v1/subject-areas/{id}', atVersion(id, version))),
  restore: (id: string) => unwrap(api.POST('/api/v1/subject-areas/{id}/restore', at(id))),
  history: (id: string) => (after: string | undefined) => unwrap(api.GET('/api/v1/subject-areas/{id}/history', pageOf(id, after))),
};
