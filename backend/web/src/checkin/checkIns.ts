import { ref } from 'vue';
import { api, unwrap } from '@/api/client';
import { onBack } from '@/app/connection';
import { readStored, store } from '@/app/store';
import { loadSession, useSession } from '@/identity/session';
import { CheckInQueue, type KeptCode, type Outcome } from './queue';

const key = 'lh.check-ins';

export const checkIns = new CheckInQueue({
  send: ({ sessionId, code }, secondsAgo) =>
    unwrap(api.POST('/api/v1/check-ins', { body: { sessionId, code, secondsAgo } })),
  load: () => readStored<KeptCode[]>(key, []),
  save: (kept) => store(key, kept),
  now: Date.now,
});

/** What became of codes that had waited, the latest last. */
export const lateOutcomes = ref<Outcome[]>([]);
let flushing = false;

export async function flushCheckIns(): Promise<void> {
  if (flushing || checkIns.waiting().length === 0) return;
  flushing = true;
  try {
    await loadSession();
    if (!useSession().me.value) return;
    lateOutcomes.value = [...lateOutcomes.value, ...(await checkIns.flush())];
  } finally {
    flushing = false;
  }
}

onBack(() => void flushCheckIns());
