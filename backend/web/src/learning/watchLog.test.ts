import { describe, expect, it } from 'vitest';
import { WatchLog } from './watchLog';

function play(log: WatchLog, clock: { now: number }, from: number, to: number, speed = 1): void {
  for (let at = from; at <= to; at += 0.25 * speed) {
    log.at(at);
    clock.now += 250;
  }
}

describe('WatchLog', () => {
  it('keeps one stretch of playing, and the time it took', () => {
    const clock = { now: 0 };
    const log = new WatchLog(() => clock.now);
    play(log, clock, 10, 20);
    const { watched, spentSeconds } = log.take();
    expect(watched).toEqual([{ from: 10, to: 20 }]);
    expect(spentSeconds).toBe(10);
  });

  it('does not count what was jumped over, forwards or backwards', () => {
    const clock = { now: 0 };
    const log = new WatchLog(() => clock.now);
    play(log, clock, 0, 10);
    play(log, clock, 60, 65);
    play(log, clock, 3, 5);
    expect(log.take().watched).toEqual([
      { from: 0, to: 10 },
      { from: 60, to: 65 },
    ]);
  });

  it('does not count a pause', () => {
    const clock = { now: 0 };
    const log = new WatchLog(() => clock.now);
    play(log, clock, 0, 4);
    log.rest();
    clock.now += 3_600_000;
    play(log, clock, 5.5, 8);
    expect(log.take()).toEqual({ watched: [{ from: 0, to: 4 }, { from: 5.5, to: 8 }], spentSeconds: 6.5 });
  });

  it('takes half the time at double speed', () => {
    const clock = { now: 0 };
    const log = new WatchLog(() => clock.now);
    play(log, clock, 0, 20, 2);
    expect(log.take().spentSeconds).toBe(10);
  });

  it('gives each stretch once', () => {
    const clock = { now: 0 };
    const log = new WatchLog(() => clock.now);
    play(log, clock, 0, 5);
    log.take();
    play(log, clock, 5, 8);
    expect(log.take().watched).toEqual([{ from: 5, to: 8 }]);
  });
});
