import { describe, expect, it } from 'vitest';
import { takesVotes, toRequest, type Rules } from './contestRules';

const tier = (name: string, amount: number): Rules['awards'][number] => ({ tier: name, amount, by: 'count', perCategory: false });
const rules: Rules = {
  judgesPerEntry: 3,
  awards: [tier('一等奖 ', 1), tier('二等奖', 0), tier(' ', 5)],
  vote: 'none',
  voteDay: '2026-12-31',
  voteClock: '18:00',
  votePercent: 5,
};

describe('rules of a new contest', () => {
  it('leaves out tiers that nobody gets, and a vote that there is not', () => {
    expect(toRequest(rules)).toEqual({ judgesPerEntry: 3, awards: [{ tier: '一等奖', count: 1 }] });
  });

  it('gives awards by share and for each category', () => {
    const awards: Rules['awards'] = [{ tier: '优秀奖', amount: 10, by: 'percent', perCategory: true }];
    expect(toRequest({ ...rules, awards }).awards).toEqual([{ tier: '优秀奖', percent: 10, perCategory: true }]);
  });

  it('ends the vote in the city’s time', () => {
    expect(toRequest({ ...rules, vote: 'apart' })).toMatchObject({ votingEndsAt: '2026-12-31T10:00:00.000Z' });
    expect(toRequest({ ...rules, vote: 'apart' })).not.toHaveProperty('votePercent');
  });

  it('gives the vote its part only where it counts', () => {
    expect(toRequest({ ...rules, vote: 'counts' })).toMatchObject({ votePercent: 5 });
    expect(takesVotes('TRIMMED_MEAN')).toBe(true);
    expect(takesVotes('BORDA')).toBe(false);
  });
});
