import { api, unwrap } from '@/api/client';
import type { Lecturer, LecturerInput, Team, TeamInput } from '@/api/records';
import { at, atVersion, once, pageOf } from '../records/requests';

export const categories = ['LEADING_CADRE', 'EXPERT', 'GRASSROOTS_CADRE', 'FIVE_ELDERS', 'FARMING_EXPERT', 'FOLK_ARTIST'] as const;
export const formats = ['LECTURE', 'STORY', 'MOUNTAIN_SONG', 'LOCAL_OPERA', 'CLAPPER_TALK', 'SKIT'] as const;
export const languages = ['MANDARIN', 'ZHUANG', 'YAO', 'DIALECT'] as const;

export const lecturers = {
  get: (id: string) => unwrap(api.GET('/api/v1/lecturers/{id}', at(id))),
  create: (body: LecturerInput, key: string) => unwrap(api.POST('/api/v1/lecturers', { ...once(key), body })),
  change: (id: string, version: number, body: LecturerInput) =>
    unwrap(api.PUT('/api/v1/lecturers/{id}', { ...atVersion(id, version), body })),
  remove: ({ id, version }: Lecturer) => unwrap(api.DELETE('/api/v1/lecturers/{id}', atVersion(id, version))),
  restore: (id: string) => unwrap(api.POST('/api/v1/lecturers/{id}/restore', at(id))),
  history: (id: string) => (after: string | undefined) => unwrap(api.GET('/api/v1/lecturers/{id}/history', pageOf(id, after))),
  personal: (id: string) => unwrap(api.GET('/api/v1/lecturers/{id}/personal-data', at(id))),
  erase: (id: string) => unwrap(api.DELETE('/api/v1/lecturers/{id}/personal-data', at(id))),
};

export const teams = {
  get: (id: string) => unwrap(api.GET('/api/v1/teams/{id}', at(id))),
  create: (team: TeamInput, key: string) => unwrap(api.POST('/api/v1/teams', { ...once(key), body: filled(team) })),
  change: (id: string, version: number, team: TeamInput) =>
    unwrap(api.PUT('/api/v1/teams/{id}', { ...atVersion(id, version), body: filled(team) })),
  remove: ({ id, version }: Team) => unwrap(api.DELETE('/api/v1/teams/{id}', atVersion(id, version))),
  restore: (id: string) => unwrap(api.POST('/api/v1/teams/{id}/restore', at(id))),
  history: (id: string) => (after: string | undefined) => unwrap(api.GET('/api/v1/teams/{id}/history', pageOf(id, after))),
  /** For lists to choose from. */
  some: async (region: string, q = '') =>
    (await unwrap(api.GET('/api/v1/teams', { params: { query: { limit: 100, ...(region ? { region } : {}), ...(q ? { q } : {}) } } }))).items,
};

export function lecturerDraft(lecturer: Lecturer | undefined, region: string, phone?: string): LecturerInput {
  if (!lecturer) return { number: '', name: '', region, categories: [], formats: [], languages: ['MANDARIN'], subjects: [] };
  const { id: _id, version: _version, deletedAt: _deletedAt, hasPhone: _hasPhone, ...typed } = lecturer;
  return { ...typed, ...(phone ? { phone } : {}) };
}

export function teamDraft(team: Team | undefined, region: string): TeamInput {
  if (!team) return { number: '', name: '', region };
  const { id: _id, version: _version, deletedAt: _deletedAt, ...typed } = team;
  return typed;
}

/** Empty optional fields are left out: the API takes "" for a value. */
export function filled<T extends object>(input: T): T {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '')) as T;
}
