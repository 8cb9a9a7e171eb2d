import { onScopeDispose, ref, shallowRef } from 'vue';
import { api, unwrap } from '@/api/client';
import type { OfflineFiles } from '@/api/model';

const lookAgain = 4_000;

/** A lesson as plain files: what there is, and having it made. While it is being made, it is looked after every few seconds. */
export function useOfflineFiles(courseId: string, lessonId: string) {
  const files = shallowRef<OfflineFiles>();
  const failed = ref(false);
  const params = { path: { id: courseId, lessonId } };
  const path = '/api/v1/courses/{id}/lessons/{lessonId}/offline-files';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(question: () => Promise<OfflineFiles>): Promise<void> {
    clearTimeout(timer);
    try {
      files.value = await question();
      failed.value = false;
    } catch {
      failed.value = true;
    }
    if (files.value?.state === 'WAITING') timer = setTimeout(() => void load(), lookAgain);
  }

  const load = () => ask(() => unwrap(api.GET(path, { params })));
  const order = () => ask(() => unwrap(api.POST(path, { params })));
  onScopeDispose(() => clearTimeout(timer));
  return { files, failed, load, order };
}
