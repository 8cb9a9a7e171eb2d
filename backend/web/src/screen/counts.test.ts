import { beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem, NetworkAway } from '@/api/problem';
import { CountQueue, type Count } from './counts';

let shelf: Count[] = [];
let answers: (number | Error)[] = [];
let sent: string[] = [];
let ids = 0;
const queue = new CountQueue({
  send: (sessionId, people) => {
    sent.push(`${sessionId} ${people}`);
    const answer = answers.shift() ?? people;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  },
  load: () => shelf,
  save: (all) => (shelf = all),
  newId: () => String((ids += 1)),
});
const away = () => new NetworkAway(new Error());

beforeEach(() => {
  shelf = [];
  answers = [];
  sent = [];
});

describe('head counts of a hall without a network', () => {
  it('wait, the last one of a session counts, and they are told once', async () => {
    answers = [away(), away()];
    expect(await queue.tell('a', 30)).toEqual({ kind: 'kept' });
    expect(await queue.tell('a', 42)).toEqual({ kind: 'kept' });
    expect(queue.waiting('a')?.people).toBe(42);
    sent = [];
    await queue.flush();
    await queue.flush();
    expect(sent).toEqual(['a 42']);
    expect(shelf).toEqual([]);
  });

  it('stay behind the first that meets no network', async () => {
    answers = [away(), away(), away()];
    await queue.tell('a', 1);
    await queue.tell('b', 2);
    sent = [];
    await queue.flush();
    expect(sent).toEqual(['a 1']);
    expect(shelf).toHaveLength(2);
  });

  it('are dropped when the server will never take them', async () => {
    answers = [new ApiProblem(409, 'session-cancelled', 'cancelled')];
    expect((await queue.tell('a', 5)).kind).toBe('refused');
    expect(shelf).toEqual([]);
  });

  it('tell what the attendance came to', async () => {
    answers = [57];
    expect(await queue.tell('a', 50)).toEqual({ kind: 'counted', attendance: 57 });
  });
});
