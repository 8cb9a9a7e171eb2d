import { api, unwrap } from '@/api/client';
import type { Division } from '@/api/records';
import { consoleRoles, hasAny, officerRoles, useSession } from '@/identity/session';
import { namesOf } from './names';

const children = new Map<string, Promise<Division[]>>();
const { known, put } = namesOf(async (code, add) => {
  const found = await unwrap(api.GET('/api/v1/regions/{code}', { params: { path: { code } } }));
  [...found.path, found].forEach((each) => add(each.code, each.name));
  return found.name;
});

/** A code stands for itself until its name has come. */
export const regionName = (code: string): string => known(code) ?? code;

/** County and township of a place: 田东县 平马镇. */
export function regionPath(code: string): string {
  const county = code.slice(0, 6);
  const township = code.slice(0, 9);
  const parts = [...new Set([county, township])].map(regionName);
  return parts.join(' ');
}

export function divisionsInside(code: string): Promise<Division[]> {
  let answer = children.get(code);
  if (!answer) {
    answer = unwrap(api.GET('/api/v1/regions/{code}/children', { params: { path: { code } } })).then((found) => {
      found.forEach((each) => put(each.code, each.name));
      return found;
    });
    answer.catch(() => children.delete(code));
    children.set(code, answer);
  }
  return answer;
}

/** Officers change what lies inside their own region. */
export const mayEditIn = (region: string): boolean => hasAny(officerRoles) && isMine(region);
/** Hall managers plan sessions too. */
export const mayPlanIn = (region: string): boolean => hasAny(consoleRoles) && isMine(region);
const isMine = (region: string) => region.startsWith(useSession().me.value?.region ?? '-');
