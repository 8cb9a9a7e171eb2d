import { describe, expect, it } from 'vitest';
import { NetworkAway } from '@/api/problem';
import { noteAway, noteReached } from './connection';
import { useLoad, usePaged } from './load';

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('useLoad', () => {
  it('shows the last answer only, however the answers overtake each other', async () => {
    const answers: ((value: string) => void)[] = [];
    const { data, reload } = useLoad(() => new Promise<string>((done) => answers.push(done)));
    void reload();
    answers[1]!('new');
    await turns();
    answers[0]!('old');
    await turns();
    expect(data.value).toBe('new');
  });

  it('keeps what it showed when a later load fails, and loads again when the line is back', async () => {
    let fail = false;
    let calls = 0;
    const { data, error, reload } = useLoad(async () => {
      calls += 1;
      if (fail) throw new NetworkAway();
      return calls;
    });
    await turns();
    fail = true;
    await reload();
    expect([data.value, error.value]).toEqual([1, expect.any(NetworkAway)]);
    fail = false;
    noteAway();
    noteReached();
    await turns();
    expect([data.value, error.value]).toEqual([3, undefined]);
  });
});

describe('usePaged', () => {
  it('grows by the server’s cursor and stops at the end', async () => {
    const asked: (string | undefined)[] = [];
    const pages = usePaged(async (after) => {
      asked.push(after);
      return after === 'b' ? { items: [3] } : { items: [1, 2], next: 'b' };
    });
    await turns();
    expect([pages.items.value, pages.hasMore.value]).toEqual([[1, 2], true]);
    await pages.more();
    await pages.more();
    expect([pages.items.value, pages.hasMore.value]).toEqual([[1, 2, 3], false]);
    expect(asked).toEqual([undefined, 'b']);
  });

  it('forgets the answer to an older question', async () => {
    const answers: ((page: { items: string[] }) => void)[] = [];
    const pages = usePaged(() => new Promise<{ items: string[] }>((done) => answers.push(done)));
    void pages.restart();
    answers[1]!({ items: ['asked last'] });
    await turns();
    answers[0]!({ items: ['asked first'] });
    await turns();
    expect(pages.items.value).toEqual(['asked last']);
  });
});
