import { describe, expect, it } from 'vitest';
import { ApiProblem, NetworkAway } from '@/api/problem';
import { ProgressKeeper } from './progressKeeper';

function setting() {
  let clock = 0;
  const kept: number[] = [];
  const calls: { position: number; leaving: boolean; done: () => void; fail: (error: unknown) => void }[] = [];
  const keeper = new ProgressKeeper(
    {
      keep: (position) => kept.push(position),
      send: (position, leaving) =>
        new Promise<void>((done, fail) => calls.push({ position, leaving, done, fail })),
    },
    () => clock,
  );
  const settled = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { keeper, kept, calls, settled, pass: (ms: number) => (clock += ms) };
}

describe('ProgressKeeper', () => {
  it('keeps every position on the device and sends only moves past the threshold', async () => {
    const { keeper, kept, calls, settled } = setting();
    [1, 2, 6, 8].forEach((second) => keeper.at(second));
    expect(kept).toEqual([1, 2, 6, 8]);
    expect(calls.map((call) => call.position)).toEqual([6]);
    calls[0]!.done();
    await settled();
    keeper.at(12);
    expect(calls).toHaveLength(1);
    keeper.at(16);
    expect(calls.map((call) => call.position)).toEqual([6, 16]);
  });

  it('has one save in flight and then sends the newest position only', async () => {
    const { keeper, calls, settled } = setting();
    keeper.at(10);
    keeper.at(25);
    keeper.at(40);
    expect(calls.map((call) => call.position)).toEqual([10]);
    calls[0]!.done();
    await settled();
    expect(calls.map((call) => call.position)).toEqual([10, 40]);
  });

  it('sends a pause at once, however small the move', async () => {
    const { keeper, calls, settled } = setting();
    keeper.at(10);
    calls[0]!.done();
    await settled();
    keeper.settle(12);
    expect(calls.map((call) => call.position)).toEqual([10, 12]);
  });

  it('rests as long as the server asks before it tries again', async () => {
    const { keeper, calls, settled, pass } = setting();
    keeper.at(10);
    calls[0]!.fail(new ApiProblem(503, 'busy', '', undefined, [], undefined, 30));
    await settled();
    keeper.at(40);
    expect(calls).toHaveLength(1);
    pass(31_000);
    keeper.at(60);
    expect(calls.map((call) => call.position)).toEqual([10, 60]);
  });

  it('tries again after the line was away', async () => {
    const { keeper, calls, settled, pass } = setting();
    keeper.at(10);
    calls[0]!.fail(new NetworkAway());
    await settled();
    pass(16_000);
    keeper.at(30);
    expect(calls).toHaveLength(2);
  });

  it('gives up on an answer that will not change', async () => {
    const { keeper, kept, calls, settled } = setting();
    keeper.at(10);
    calls[0]!.fail(new ApiProblem(404, 'not-found', ''));
    await settled();
    keeper.at(50);
    expect(calls).toHaveLength(1);
    expect(kept).toEqual([10, 50]);
  });

  it('sends a last request when the page goes away, beside the one in flight, and only if something is unsent', async () => {
    const { keeper, calls, settled } = setting();
    keeper.at(10);
    keeper.at(14);
    keeper.leave();
    expect(calls.map(({ position, leaving }) => [position, leaving])).toEqual([
      [10, false],
      [14, true],
    ]);
    calls.forEach((call) => call.done());
    await settled();
    const before = calls.length;
    keeper.leave();
    expect(calls.length - before).toBeLessThanOrEqual(1);
  });

  it('only keeps the position on the device for a visitor', () => {
    const kept: number[] = [];
    const keeper = new ProgressKeeper({ keep: (position) => kept.push(position) });
    keeper.at(30);
    keeper.leave();
    expect(kept).toEqual([30]);
  });
});
