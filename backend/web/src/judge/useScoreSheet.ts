import { computed, onScopeDispose, reactive, ref } from 'vue';
import { api, unwrap } from '@/api/client';
import type { Contest, ScoreSheet } from '@/api/model';
import { isPassing } from '@/api/problem';
import { onBack } from '@/app/connection';
import { forget, readStored, store } from '@/app/store';
import { isComplete, readScore, type Scores } from './scores';

export type SaveState = 'idle' | 'typing' | 'saving' | 'saved' | 'kept' | 'failed';
interface Kept {
  scores: Scores;
  comment: string;
}
const pause = 700;

/**
 * One judge's sheet for one entry, saved as it is typed: on this device at once, on the server a moment later, one save
 * at a time and the newest last. What the line swallowed is sent when it is back.
 */
export function useScoreSheet(contest: Contest, entryId: string) {
  const params = { params: { path: { id: contest.id, entryId } } };
  const key = `lh.sheet.${contest.id}.${entryId}`;
  const scores = reactive<Scores>({});
  const comment = ref('');
  const state = ref<SaveState>('idle');
  const savedAt = ref<string>();
  const submitted = ref(false);
  const loaded = ref(false);
  const problem = ref<unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  let dirty = false;

  function take(sheet: ScoreSheet): void {
    savedAt.value = sheet.savedAt ?? undefined;
    submitted.value = sheet.state === 'SUBMITTED';
  }

  async function load(): Promise<void> {
    problem.value = undefined;
    try {
      const sheet = await unwrap(api.GET('/api/v1/contests/{id}/entries/{entryId}/score-sheet', params));
      take(sheet);
      Object.assign(scores, sheet.scores);
      comment.value = sheet.comment ?? '';
      loaded.value = true;
      state.value = sheet.savedAt ? 'saved' : 'idle';
      restore();
    } catch (error) {
      problem.value = error;
    }
  }

  /** What this device still holds was typed later than what the server has. */
  function restore(): void {
    const kept = readStored<Kept | undefined>(key, undefined);
    if (!kept || submitted.value) return forget(key);
    Object.assign(scores, kept.scores);
    comment.value = kept.comment;
    changed();
  }

  function valid(): Scores {
    return Object.fromEntries(
      contest.rubric.flatMap((criterion) => {
        const score = readScore(scores[criterion.id] ?? '', criterion);
        return score === undefined ? [] : [[criterion.id, score]];
      }),
    );
  }

  function changed(): void {
    if (submitted.value || !loaded.value) return;
    dirty = true;
    state.value = 'typing';
    store(key, { scores: { ...scores }, comment: comment.value } satisfies Kept);
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  }

  async function save(): Promise<void> {
    dirty = false;
    state.value = 'saving';
    const body = { scores: valid(), ...(comment.value.trim() ? { comment: comment.value.trim() } : {}) };
    try {
      take(await unwrap(api.PUT('/api/v1/contests/{id}/entries/{entryId}/score-sheet', { ...params, body })));
      if (!dirty) {
        forget(key);
        state.value = 'saved';
      }
    } catch (error) {
      dirty = true;
      state.value = isPassing(error) ? 'kept' : 'failed';
      problem.value = isPassing(error) ? undefined : error;
    }
  }

  /** Sends what is unsent; waits for a save under way. True when the server has everything. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    while (saving) await saving;
    if (!dirty) return state.value !== 'failed';
    saving = save().finally(() => (saving = undefined));
    await saving;
    return !dirty;
  }

  async function submit(): Promise<boolean> {
    if (!(await flush())) return false;
    take(await unwrap(api.POST('/api/v1/contests/{id}/entries/{entryId}/score-sheet/submit', params)));
    forget(key);
    return true;
  }

  const retry = setInterval(() => state.value === 'kept' && void flush(), 15_000);
  const stop = onBack(() => (loaded.value ? void flush() : void load()));
  onScopeDispose(() => {
    stop();
    clearInterval(retry);
    if (dirty) void flush();
  });
  void load();

  const complete = computed(() => isComplete(scores, contest.rubric));
  return { scores, comment, state, savedAt, submitted, loaded, problem, complete, load, changed, flush, submit };
}
