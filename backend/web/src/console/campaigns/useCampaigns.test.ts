import { describe, expect, it } from 'vitest';
import { elapsed, linesOf, shares } from './useCampaigns';

const figures = (sessions: number, attendances = 0) => ({ sessions, attendances, awaitingRecord: 0 });

describe('campaigns', () => {
  it('share a target out without losing or adding one', () => {
    expect(shares(1000, 12)).toEqual([84, 84, 84, 84, ...Array<number>(8).fill(83)]);
    expect(shares(1000, 12).reduce((a, b) => a + b)).toBe(1000);
    expect([shares(2, 3), shares(5, 0)]).toEqual([[1, 1, 0], []]);
  });

  it('put the counties that are furthest first, and those without a target last', () => {
    const lines = linesOf({
      figures: figures(0),
      target: {},
      counties: [
        { county: 'a', figures: figures(10), target: { sessions: 100 } },
        { county: 'b', figures: figures(40) },
        { county: 'c', figures: figures(3, 90), target: { attendances: 100 } },
        { county: 'd', figures: figures(60), target: { sessions: 50 } },
      ],
    });
    expect(lines.map(({ id, share }) => [id, share])).toEqual([['d', 1.2], ['c', 0.9], ['a', 0.1], ['b', undefined]]);
  });

  it('know how much of their time has passed', () => {
    const span = { from: '2027-03-01', to: '2027-03-10' };
    expect([elapsed(span, '2027-02-01'), elapsed(span, '2027-03-05'), elapsed(span, '2027-04-01')]).toEqual([0, 0.5, 1]);
  });
});
