import { computed, getCurrentScope, onScopeDispose, reactive, ref } from 'vue';
import type { Trainee, TraineeInput } from '@/api/records';
import { ApiProblem, NetworkAway } from '@/api/problem';
import { onBack } from '@/app/connection';

/** One thing that was noted, as a change of whatever is there, so that it can be made again on a newer sheet. */
export type Change = (input: TraineeInput) => TraineeInput;

export const present = (code: string, there: boolean): Change => (input) => {
  const others = input.attended.filter((each) => each !== code);
  return { ...input, attended: there ? [...others, code] : others };
};
export const resultOf = (result: TraineeInput['result'] | ''): Change => ({ result: _before, ...input }) => (result ? { ...input, result } : input);
export const remarked = (remark: string): Change => ({ remark: _before, ...input }) => (remark.trim() ? { ...input, remark: remark.trim() } : input);

interface Row {
  trainee: Trainee;
  waiting: Change[];
  saving: Change[];
}

interface Server {
  save: (trainee: Trainee, input: TraineeInput) => Promise<Trainee>;
  latest: (trainee: Trainee) => Promise<Trainee>;
  complain: (error: unknown) => void;
}

const stored = ({ attended, result, remark }: Trainee): TraineeInput => ({ attended: [...attended], ...(result ? { result } : {}), ...(remark ? { remark } : {}) });
const after = (input: TraineeInput, changes: Change[]) => changes.reduce((now, change) => change(now), input);

/**
 * The roster of a cohort, saved as it is ticked: one save of a trainee at a time, what is ticked meanwhile goes with the
 * next; what a colleague saved in between is kept and ours goes on top; without a line it waits until the line is back.
 */
export function useRoster(server: Server) {
  const rows = reactive(new Map<string, Row>());
  const savedAt = ref<Date>();

  function put(trainees: Trainee[]): void {
    rows.clear();
    trainees.forEach((trainee) => rows.set(trainee.lecturerId, { trainee, waiting: [], saving: [] }));
  }

  /** What is there with everything ticked so far. */
  function shown(lecturerId: string): TraineeInput {
    const row = rows.get(lecturerId);
    return row ? after(stored(row.trainee), [...row.saving, ...row.waiting]) : { attended: [] };
  }

  async function send(row: Row): Promise<void> {
    if (row.saving.length > 0) return;
    while (row.waiting.length > 0) {
      row.saving = row.waiting.splice(0);
      try {
        row.trainee = await server.save(row.trainee, after(stored(row.trainee), row.saving));
        savedAt.value = new Date();
        row.saving = [];
      } catch (error) {
        if (!(await goOn(row, error))) return;
      }
    }
  }

  /** False when there is nothing to try now: the line is down, or the server says no. */
  async function goOn(row: Row, error: unknown): Promise<boolean> {
    const stale = error instanceof ApiProblem && error.status === 412;
    if (stale || error instanceof NetworkAway) row.waiting.unshift(...row.saving);
    else server.complain(error);
    row.saving = [];
    if (!stale) return false;
    try {
      row.trainee = await server.latest(row.trainee);
      return true;
    } catch (problem) {
      if (!(problem instanceof NetworkAway)) server.complain(problem);
      return false;
    }
  }

  function note(lecturerId: string, change: Change): void {
    const row = rows.get(lecturerId);
    if (!row) return;
    row.waiting.push(change);
    void send(row);
  }
  const noteAll = (lecturerIds: Iterable<string>, change: Change): void => [...lecturerIds].forEach((id) => note(id, change));

  const unsaved = computed(() => [...rows.values()].filter(({ waiting, saving }) => waiting.length + saving.length > 0).length);
  const withoutResult = computed(() => [...rows.keys()].filter((id) => !shown(id).result));
  const stop = onBack(() => rows.forEach((row) => void send(row)));
  if (getCurrentScope()) onScopeDispose(stop);
  return { rows, put, shown, note, noteAll, savedAt, unsaved, withoutResult };
}
