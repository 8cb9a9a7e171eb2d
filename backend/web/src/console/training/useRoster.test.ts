import { describe, expect, it, vi } from 'vitest';
import type { Trainee, TraineeInput } from '@/api/records';
import { ApiProblem, NetworkAway } from '@/api/problem';
import { noteAway, noteReached } from '@/app/connection';
import { present, remarked, resultOf, useRoster } from './useRoster';

const trainee = (version = 0, more: Partial<Trainee> = {}): Trainee => ({ cohortId: 'c', lecturerId: 'wei', attended: [], version, ...more });
const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
/** A server that keeps what it is sent, and refuses an older version. */
function serverWith(first: Trainee) {
  let kept = first;
  const save = vi.fn(async (from: Trainee, input: TraineeInput) => {
    if (from.version !== kept.version) throw new ApiProblem(412, 'stale-version', '');
    kept = trainee(kept.version + 1, input);
    return kept;
  });
  return { save, latest: async () => kept, complain: vi.fn(), put: (next: Trainee) => (kept = next), kept: () => kept };
}

describe('useRoster', () => {
  it('shows a tick at once and sends what was ticked meanwhile in one go', async () => {
    const server = serverWith(trainee());
    const roster = useRoster(server);
    roster.put([trainee()]);
    roster.note('wei', present('K1', true));
    roster.note('wei', present('K2', true));
    roster.note('wei', resultOf('PASSED'));
    expect(roster.shown('wei')).toEqual({ attended: ['K1', 'K2'], result: 'PASSED' });
    await turns();
    expect(server.save).toHaveBeenCalledTimes(2);
    expect(server.kept()).toMatchObject({ attended: ['K1', 'K2'], result: 'PASSED' });
    expect(roster.unsaved.value).toBe(0);
  });

  it('keeps what a colleague saved in between', async () => {
    const server = serverWith(trainee());
    const roster = useRoster(server);
    roster.put([trainee()]);
    server.put(trainee(4, { attended: ['K3'], remark: '迟到一次' }));
    roster.note('wei', present('K1', true));
    await turns();
    expect(server.kept()).toMatchObject({ attended: ['K3', 'K1'], remark: '迟到一次' });
    expect(server.complain).not.toHaveBeenCalled();
  });

  it('waits without a line and sends when it is back', async () => {
    const server = serverWith(trainee());
    server.save.mockRejectedValueOnce(new NetworkAway());
    const roster = useRoster(server);
    roster.put([trainee()]);
    roster.note('wei', remarked(' 结业试讲优秀 '));
    await turns();
    expect([roster.unsaved.value, roster.shown('wei').remark]).toEqual([1, '结业试讲优秀']);
    noteAway();
    noteReached();
    await turns();
    expect([roster.unsaved.value, server.kept().remark]).toEqual([0, '结业试讲优秀']);
  });

  it('goes back to what is stored when the server says no, and says so', async () => {
    const server = serverWith(trainee(0, { attended: ['K1'] }));
    server.save.mockRejectedValueOnce(new ApiProblem(409, 'cohort-closed', ''));
    const roster = useRoster(server);
    roster.put([trainee(0, { attended: ['K1'] })]);
    roster.note('wei', present('K1', false));
    await turns();
    expect(roster.shown('wei').attended).toEqual(['K1']);
    expect(server.complain).toHaveBeenCalledOnce();
  });

  it('takes a result away again', () => {
    expect(resultOf('')({ attended: [], result: 'FAILED' })).toEqual({ attended: [] });
  });
});
