import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue';
import { api, unwrap } from '@/api/client';
import type { Schemas } from '@/api/schema';

export type Code = Schemas['Code'];
const soonest = 1_000;
const afterTrouble = 10_000;

/** When to ask for the next code: as this one changes, never in a rush, never long after. */
export function waitFor(code: Code, now: number): number {
  return Math.min(60_000, Math.max(soonest, Date.parse(code.changesAt) - now + 200));
}

/** The code to show now; it is asked for anew as it changes, and again after trouble. */
export function useCheckInCode(sessionId: Ref<string | undefined>) {
  const code = shallowRef<Code>();
  const problem = shallowRef<unknown>();
  let timer = 0;
  let turn = 0;

  async function ask(mine: number, id: string): Promise<void> {
    let wait = afterTrouble;
    try {
      const found = await unwrap(api.GET('/api/v1/sessions/{id}/check-in-code', { params: { path: { id } } }));
      if (mine !== turn) return;
      code.value = found;
      problem.value = undefined;
      wait = waitFor(found, Date.now());
    } catch (error) {
      if (mine !== turn) return;
      code.value = undefined;
      problem.value = error;
    }
    timer = window.setTimeout(() => void ask(mine, id), wait);
  }

  watch(
    sessionId,
    (id) => {
      turn += 1;
      clearTimeout(timer);
      code.value = undefined;
      problem.value = undefined;
      if (id) void ask(turn, id);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => {
    turn += 1;
    clearTimeout(timer);
  });
  return { code, problem };
}
