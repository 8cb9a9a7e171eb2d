import { etag } from '@/api/client';

/** The parts of a request that all records have in common. */
export const at = (id: string) => ({ params: { path: { id } } });
export const atVersion = (id: string, version: number) => ({ params: { path: { id }, header: { 'If-Match': etag(version) } } });
export const once = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } });
export const page = (after: string | undefined, limit: number) => ({ limit, ...(after ? { after } : {}) });
export const pageOf = (id: string, after: string | undefined, limit = 20) => ({ params: { path: { id }, query: page(after, limit) } });

/** All pages of a list that is known to be short; `most` pages at the utmost. */
export async function allOf<T>(fetch: (after: string | undefined) => Promise<{ items: T[]; next?: string | null }>, most = 10): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  for (let n = 0; n < most; n += 1) {
    const found = await fetch(after);
    items.push(...found.items);
    after = found.next ?? undefined;
    if (after === undefined) break;
  }
  return items;
}
