import { api, unwrap } from '@/api/client';
import { NetworkAway } from '@/api/problem';
import { keepPlan, keptPlan, type Plan } from './plan';

const ahead = 60 * 86_400_000;
const behind = 12 * 3_600_000;

/** The hall and its sessions of the coming weeks; without a network, as they were seen last. */
export async function loadPlan(hallId: string): Promise<Plan> {
  const now = Date.now();
  const query = { hallId, from: new Date(now - behind).toISOString(), to: new Date(now + ahead).toISOString(), limit: 20 };
  try {
    const [hall, sessions] = await Promise.all([
      unwrap(api.GET('/api/v1/halls/{id}', { params: { path: { id: hallId } } })),
      unwrap(api.GET('/api/v1/sessions', { params: { query } })),
    ]);
    const plan = { hall, sessions: sessions.items };
    keepPlan(hallId, plan);
    return plan;
  } catch (problem) {
    const kept = problem instanceof NetworkAway ? keptPlan(hallId) : undefined;
    if (kept) return kept;
    throw problem;
  }
}
