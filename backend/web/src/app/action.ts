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

  /** What somebody wrote; undefined when they thought better of it. */
  async function ask(question: string, inputValue: string, maxlength: number): Promise<string | undefined> {
    try {
      const words = { confirmButtonText: t('action.save'), cancelButtonText: t('action.cancel') };
      const inputValidator = (text: string) => text.trim() !== '' && text.length <= maxlength;
      const answer = await ElMessageBox.prompt(question, { ...words, inputValue, inputValidator, inputErrorMessage: t('problem.length', { n: maxlength }), customClass: 'ask' });
      return answer.value.trim();
    } catch {
      return undefined;
    }
  }

  return { busy, attempt, confirm, ask, complain, sentence };
}
