import { beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem, NetworkAway } from '@/api/problem';
import { cleanDigits, readQr } from './code';
import { CheckInQueue, type KeptCode } from './queue';

let clock = 1_000_000;
let kept: KeptCode[] = [];
let sent: [string, string, number][] = [];
let answer: () => { title: string; at: string; confirmed: boolean };

const queue = () =>
  new CheckInQueue({
    send: async ({ sessionId, code }, secondsAgo) => {
      sent.push([sessionId, code, secondsAgo]);
      return answer();
    },
    load: () => kept,
    save: (all) => (kept = all),
    now: () => clock,
  });
const away = () => {
  throw new NetworkAway();
};
const fine = (confirmed: boolean) => () => ({ title: '芒果疏花', at: '2026-11-24T11:40:00Z', confirmed });

beforeEach(() => {
  clock = 1_000_000;
  kept = [];
  sent = [];
  answer = fine(true);
});

describe('CheckInQueue', () => {
  it('sends at once where there is a network', async () => {
    expect(await queue().checkIn({ sessionId: 's', code: '123456' })).toMatchObject({ kind: 'in', title: '芒果疏花' });
    expect(sent).toEqual([['s', '123456', 0]]);
    expect(kept).toEqual([]);
  });

  it('keeps what met no network, and says later how long ago it was seen', async () => {
    answer = away;
    expect(await queue().checkIn({ sessionId: 's', code: '123456' })).toEqual({ kind: 'kept' });
    clock += 600_000;
    answer = fine(false);
    expect(await queue().flush()).toMatchObject([{ kind: 'unconfirmed' }]);
    expect(sent.at(-1)).toEqual(['s', '123456', 600]);
    expect(kept).toEqual([]);
  });

  it('goes on waiting while the network is still away', async () => {
    answer = away;
    await queue().checkIn({ sessionId: 's', code: '123456' });
    expect(await queue().flush()).toEqual([]);
    expect(kept).toHaveLength(1);
  });

  it('drops what the server refuses, and says why', async () => {
    answer = away;
    await queue().checkIn({ sessionId: 's', code: '123456' });
    answer = () => {
      throw new ApiProblem(409, 'check-in-closed', '签到已结束');
    };
    expect(await queue().flush()).toEqual([{ kind: 'refused', code: 'check-in-closed', words: '签到已结束' }]);
    expect(kept).toEqual([]);
  });

  it('keeps one code for each session, the latest', async () => {
    answer = away;
    await queue().checkIn({ sessionId: 's', code: '111111' });
    await queue().checkIn({ sessionId: 's', code: '222222' });
    expect(kept.map(({ code }) => code)).toEqual(['222222']);
  });

  it('forgets what is older than any session', async () => {
    answer = away;
    await queue().checkIn({ sessionId: 's', code: '123456' });
    clock += 13 * 3600_000;
    expect(queue().waiting()).toEqual([]);
  });
});

describe('codes', () => {
  it('are read from the hall’s address and from nothing else', () => {
    expect(readQr('https://halls.example/check-in/01J-a?code=k3.abcdefgh.xyz')).toEqual({ sessionId: '01J-a', code: 'k3.abcdefgh.xyz' });
    for (const text of ['hello', 'https://x/check-in/?code=1', 'https://x/check-in/s', 'https://x/pay/s?code=1']) expect(readQr(text)).toBeUndefined();
  });

  it('are typed as people type them', () => {
    expect(cleanDigits('40 82-13')).toBe('408213');
    expect(cleanDigits('408213')).toBe('408213');
    expect(cleanDigits('4082139')).toBe('408213');
  });
});
