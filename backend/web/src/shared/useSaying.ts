import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApiProblem, NetworkAway } from '@/api/problem';

/** What a villager presses: once at a time, with a plain sentence on the page about what came of it. */
export function useSaying() {
  const { t } = useI18n();
  const busy = ref(false);
  const said = ref('');
  const failed = ref(false);

  function sentence(error: unknown): string {
    if (error instanceof NetworkAway) return t('problem.awayDone');
    if (error instanceof ApiProblem && error.status === 401) return t('problem.signInHelp');
    if (error instanceof ApiProblem && error.status < 500 && error.message) {
      return [error.message, ...error.errors.map(({ message }) => message)].join(' · ');
    }
    return t('problem.serverDone');
  }

  /** True when it worked. */
  async function attempt(work: () => Promise<unknown>, done = ''): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    said.value = '';
    try {
      await work();
      failed.value = false;
      said.value = done;
      return true;
    } catch (error) {
      failed.value = true;
      said.value = sentence(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, said, failed, attempt };
}
