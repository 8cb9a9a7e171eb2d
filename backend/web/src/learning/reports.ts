import { api, unwrap } from '@/api/client';
import { isPassing } from '@/api/problem';
import { onBack } from '@/app/connection';
import { readStored, store } from '@/app/store';
import { loadSession, useSession } from '@/identity/session';
import { PendingReports, type Untold } from './pending';

const key = 'lh.untold';

export const reports = new PendingReports({
  load: () => readStored<Untold[]>(key, []),
  save: (all) => store(key, all),
});

export function bodyOf({ courseId, positionSeconds, watched, spentSeconds, at, finished }: Untold) {
  return {
    courseId,
    positionSeconds,
    watched: watched.slice(0, 200),
    secondsSpent: Math.ceil(spentSeconds),
    secondsAgo: Math.max(0, Math.round((Date.now() - at) / 1000)),
    ...(finished ? { finished } : {}),
  };
}

export async function tell(report: Untold): Promise<void> {
  const params = { path: { lessonId: report.lessonId } };
  await unwrap(api.PUT('/api/v1/me/progress/{lessonId}', { params, body: bodyOf(report) }));
  reports.told(report);
}

let telling = false;

/** Tells everything that waited for a network, one lesson after the other. */
export async function tellAll(): Promise<void> {
  if (telling) return;
  telling = true;
  try {
    await loadSession();
    const { me } = useSession();
    if (!me.value) return;
    for (const report of reports.of(me.value.id)) {
      try {
        await tell(report);
      } catch (error) {
        if (isPassing(error)) return;
        reports.remove(report);
      }
    }
  } finally {
    telling = false;
  }
}

onBack(() => void tellAll());
