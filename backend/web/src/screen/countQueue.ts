import { api, intentionKey, unwrap } from '@/api/client';
import { onBack } from '@/app/connection';
import { readStored, store } from '@/app/store';
import { CountQueue, type Count } from './counts';

const key = 'lh.head-counts';

export const counts = new CountQueue({
  send: async (sessionId, people) => {
    const params = { path: { id: sessionId } };
    return (await unwrap(api.PUT('/api/v1/sessions/{id}/head-count', { params, body: { people } }))).attendance;
  },
  load: () => readStored<Count[]>(key, []),
  save: (all) => store(key, all),
  newId: intentionKey,
});

onBack(() => void counts.flush());
