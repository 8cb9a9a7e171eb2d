import { api, unwrap } from '@/api/client';
import type { Me } from '@/api/model';
import type { Schemas } from '@/api/schema';

export type Lecturer = Schemas['LecturerView'];

/** The record of the lecturer who is signed in. Only they see which account it belongs to. */
export async function ownLecturer(me: Me): Promise<Lecturer | undefined> {
  let after: string | undefined;
  do {
    const query = { q: me.name, limit: 100, after };
    const page = await unwrap(api.GET('/api/v1/lecturers', { params: { query } }));
    const mine = page.items.find(({ userId }) => userId === me.id);
    if (mine) return mine;
    after = page.next ?? undefined;
  } while (after);
  return undefined;
}
