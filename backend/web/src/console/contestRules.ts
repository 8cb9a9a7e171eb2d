import type { Contest, NewContest } from '@/api/model';
import { cityClock, cityDay, fromCity } from '@/shared/cityTime';

/** An award with so many winners, or so many of a hundred entries, of all or of each category. */
export interface Tier {
  tier: string;
  amount: number;
  by: 'count' | 'percent';
  perCategory: boolean;
}

/** What an officer may set beside the usual: panels, awards and the vote of the public. */
export interface Rules {
  judgesPerEntry: number;
  /** The highest first. */
  awards: Tier[];
  vote: 'none' | 'apart' | 'counts';
  /** Last moment of voting, in the city's time. */
  voteDay: string;
  voteClock: string;
  votePercent: number;
}

type Part = Pick<NewContest, 'judgesPerEntry' | 'awards' | 'votingEndsAt'> & { votePercent?: number };

/** The rules in the words of the API; tiers without winners are left out. */
export function toRequest(rules: Rules): Part {
  const awards = rules.awards
    .filter(({ tier, amount }) => tier.trim() !== '' && amount > 0)
    .map(({ tier, amount, by, perCategory }) => ({ tier: tier.trim(), [by]: amount, ...(perCategory ? { perCategory } : {}) }));
  const voted = rules.vote === 'none' ? {} : { votingEndsAt: fromCity(rules.voteDay, rules.voteClock) };
  const counted = rules.vote === 'counts' ? { votePercent: rules.votePercent } : {};
  return { judgesPerEntry: rules.judgesPerEntry, awards, ...voted, ...counted };
}

/** The rules of a contest that was set up before; what it lacks stands as for a new one. */
export function rulesOf(contest: Contest, usual: Rules): Rules {
  const { awards, judgesPerEntry, votingEndsAt, ranking } = contest;
  return {
    judgesPerEntry,
    awards: awards.map(({ tier, count, percent, perCategory }) => ({ tier, amount: count ?? percent ?? 0, by: percent ? 'percent' : 'count', perCategory: perCategory ?? false })),
    vote: votingEndsAt ? (ranking.votePercent ? 'counts' : 'apart') : 'none',
    voteDay: votingEndsAt ? cityDay(votingEndsAt) : usual.voteDay,
    voteClock: votingEndsAt ? cityClock(votingEndsAt) : usual.voteClock,
    votePercent: ranking.votePercent ?? usual.votePercent,
  };
}

/** Only methods whose scores are marks leave a part to the public. */
export function takesVotes(method: NewContest['ranking']['method']): boolean {
  return method !== 'BORDA' && method !== 'BRADLEY_TERRY';
}
