import { computed } from 'vue';
import { api, etag, unwrap } from '@/api/client';
import type { Contest, Entry, Ranking } from '@/api/model';
import { useLoad } from '@/app/load';

export type Judge = NonNullable<Contest['judges']>[number];
export type Step = 'open' | 'start-judging' | 'publish';

/** One contest as its officer sees it: itself, what was entered, and the ranking as it stands. */
export function useContest(id: string) {
  const path = { params: { path: { id } } };

  async function entriesOf(): Promise<Entry[]> {
    const all: Entry[] = [];
    let after: string | undefined;
    do {
      const query = { limit: 100, ...(after ? { after } : {}) };
      const page = await unwrap(api.GET('/api/v1/contests/{id}/entries', { params: { path: { id }, query } }));
      all.push(...page.items);
      after = page.next ?? undefined;
    } while (after);
    return all;
  }

  async function rankingOf(state: string): Promise<Ranking | undefined> {
    if (!['JUDGING', 'DELIBERATION', 'PUBLISHED', 'ARCHIVED'].includes(state)) return undefined;
    return unwrap(api.GET('/api/v1/contests/{id}/ranking', path));
  }

  const loaded = useLoad(async () => {
    const contest = await unwrap(api.GET('/api/v1/contests/{id}', path));
    const [entries, ranking] = await Promise.all([entriesOf(), rankingOf(contest.state)]);
    return { contest, entries, ranking };
  });

  async function setJudges(judges: Judge[]): Promise<void> {
    const version = loaded.data.value?.contest.version ?? 0;
    const params = { path: { id }, header: { 'If-Match': etag(version) } };
    await unwrap(api.PUT('/api/v1/contests/{id}/judges', { params, body: { judges } }));
    await loaded.reload();
  }

  async function step(which: Step): Promise<void> {
    if (which === 'open') await unwrap(api.POST('/api/v1/contests/{id}/open', path));
    if (which === 'start-judging') await unwrap(api.POST('/api/v1/contests/{id}/start-judging', path));
    if (which === 'publish') await unwrap(api.POST('/api/v1/contests/{id}/publish', path));
    await loaded.reload();
  }

  /** Sheets handed in, of those that are due: one of each judge of an entry. */
  const sheets = computed(() => {
    const { entries, ranking } = loaded.data.value ?? {};
    const due = (entries ?? []).reduce((sum, entry) => sum + (entry.exclusion ? 0 : (entry.judgeIds?.length ?? 0)), 0);
    const all = [...(ranking?.items ?? []), ...(ranking?.unranked ?? [])];
    const done = all.reduce((sum, item) => sum + item.sheets, 0);
    return { due, done };
  });

  return { ...loaded, sheets, setJudges, step };
}
