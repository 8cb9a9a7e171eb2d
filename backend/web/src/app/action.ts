import { ElMessage, ElMessageBox } from 'element-plus';
import 'element-plus/theme-chalk/el-message-box.css';
import 'element-plus/theme-chalk/el-message.css';
import 'element-plus/theme-chalk/el-overlay.css';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApiProblem, NetworkAway } from '@/api/problem';

/** Things that people press in the studio and the console: once at a time, with an honest word about the outcome. */
export function useAction() {
  const { t } = useI18n();
  const busy = ref(false);

  function sentence(error: unknown): string {
    if (error instanceof NetworkAway) return t('problem.awayDone');
    if (error instanceof ApiProblem && error.status === 412) return t('problem.stale');
    if (error instanceof ApiProblem && error.status < 500 && error.message) {
      return [error.message, ...error.errors.map(({ message }) => message)].join(' · ');
    }
    return t('problem.serverDone');
  }

  function complain(error: unknown): void {
    ElMessage({ type: 'error', message: sentence(error), duration: 8000, showClose: true, grouping: true });
  }

  /** True when it worked. */
  async function attempt(work: () => Promise<unknown>, done?: string): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    try {
      await work();
      if (done) ElMessage({ type: 'success', message: done, duration: 4000 });
      return true;
    } catch (error) {
      complain(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  async function confirm(question: string, yes: string): Promise<boolean> {
    try {
      const words = { confirmButtonText: yes, cancelButtonText: t('action.cancel') };
      await ElMessageBox.confirm(question, { ...words, customClass: 'ask', autofocus: false });
      return true;
    } catch {
      return false;
    }
  }

  return { busy, attempt, confirm, complain, sentence };
}
