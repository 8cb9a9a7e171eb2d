import { api, etag, unwrap } from '@/api/client';
import type { Hall, HallInput } from '@/api/records';

export const hallTypes = ['HALL', 'PRACTICE_BASE', 'MOBILE_STOP'] as const;
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export const getHall = (id: string) => unwrap(api.GET('/api/v1/halls/{id}', { params: { path: { id } } }));
export const createHall = (body: HallInput, key: string) =>
  unwrap(api.POST('/api/v1/halls', { params: { header: { 'Idempotency-Key': key } }, body }));
export const changeHall = (id: string, version: number, body: HallInput) =>
  unwrap(api.PUT('/api/v1/halls/{id}', { params: { path: { id }, header: { 'If-Match': etag(version) } }, body }));
export const deleteHall = ({ id, version }: Hall) =>
  unwrap(api.DELETE('/api/v1/halls/{id}', { params: { path: { id }, header: { 'If-Match': etag(version) } } }));
export const restoreHall = (id: string) => unwrap(api.POST('/api/v1/halls/{id}/restore', { params: { path: { id } } }));
export const hallHistory = (id: string) => (after: string | undefined) =>
  unwrap(api.GET('/api/v1/halls/{id}/history', { params: { path: { id }, query: { limit: 20, ...(after ? { after } : {}) } } }));

/** What can be typed of a hall: an existing one's values, or an empty sheet. */
export function draftOf(hall: Hall | undefined, region: string): HallInput {
  if (!hall) {
    return { number: '', name: '', type: 'HALL', state: 'OPEN', region, address: '', latitude: 23.9, longitude: 106.6, capacity: 60, equipment: [], openingHours: [] };
  }
  const { id: _id, version: _version, deletedAt: _deletedAt, ...typed } = hall;
  return { ...typed, equipment: [...typed.equipment], openingHours: typed.openingHours.map((each) => ({ ...each })) };
}

/** 投影仪、音响 or "projector, speakers" as a list. */
export const words = (text: string) =>
  text
    .split(/[,;\u3001\uff0c\uff1b\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
