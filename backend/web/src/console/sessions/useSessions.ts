import { api, etag, unwrap } from '@/api/client';
import type { Session, SessionInput } from '@/api/records';

export const audiences = ['EVERYBODY', 'VILLAGERS', 'CADRES', 'WORKERS', 'STUDENTS', 'ELDERS'] as const;
const pagesAtMost = 6;

const at = (id: string) => ({ params: { path: { id } } });
const atVersion = ({ id, version }: Session) => ({ params: { path: { id }, header: { 'If-Match': etag(version) } } });
export const getSession = (id: string) => unwrap(api.GET('/api/v1/sessions/{id}', at(id)));
export const createSession = (body: SessionInput, key: string) =>
  unwrap(api.POST('/api/v1/sessions', { params: { header: { 'Idempotency-Key': key } }, body }));
export const changeSession = (session: Session, body: SessionInput) => unwrap(api.PUT('/api/v1/sessions/{id}', { ...atVersion(session), body }));
export const cancelSession = (session: Session, reason: string) =>
  unwrap(api.POST('/api/v1/sessions/{id}/cancel', { ...atVersion(session), body: { reason } }));
export const putBack = (session: Session) => unwrap(api.POST('/api/v1/sessions/{id}/put-back', atVersion(session)));
export const attendanceOf = (id: string) => unwrap(api.GET('/api/v1/sessions/{id}/attendance', at(id)));
export const countHeads = (id: string, people: number) =>
  unwrap(api.PUT('/api/v1/sessions/{id}/head-count', { ...at(id), body: { people } }));

export interface Span {
  hallId?: string;
  lecturerId?: string;
  region?: string;
  from: string;
  to: string;
}

/** All sessions of a span; a week of a busy county fits a few pages. */
export async function sessionsOf(span: Span): Promise<{ sessions: Session[]; more: boolean }> {
  const sessions: Session[] = [];
  let after: string | undefined;
  for (let page = 0; page < pagesAtMost; page += 1) {
    const found = await unwrap(api.GET('/api/v1/sessions', { params: { query: { ...span, limit: 100, ...(after ? { after } : {}) } } }));
    sessions.push(...found.items);
    after = found.next ?? undefined;
    if (after === undefined) return { sessions, more: false };
  }
  return { sessions, more: true };
}

/** What has to be said again to move or change a session. */
export function inputOf(session: Session): SessionInput {
  const { title, subject, format, audience, expectedAudience, startsAt, endsAt, courseId, vehicleId } = session;
  return {
    title, subject, format, audience, expectedAudience, startsAt, endsAt,
    hallId: session.hall.id,
    lecturerIds: session.lecturers.map(({ id }) => id),
    ...(courseId ? { courseId } : {}),
    ...(vehicleId ? { vehicleId } : {}),
  };
}
