import type { NewContest } from '@/api/model';
import { fromCity } from '@/shared/cityTime';

/** What an officer may set beside the usual: panels, awards and the vote of the public. */
export interface Rules {
  judgesPerEntry: number;
  /** How many get each award, the highest first. */
  awards: { tier: string; count: number }[];
  vote: 'none' | 'apart' | 'counts';
  /** Last moment of voting, in the city's time. */
  voteDay: string;
  voteClock: string;
  votePercent: number;
}

type Part = Pick<NewContest, 'judgesPerEntry' | 'awards' | 'votingEndsAt'> & { votePercent?: number };

/** The rules in the words of the API; tiers without winners are left out. */
export function toRequest(rules: Rules): Part {
  const awards = rules.awards.filter(({ tier, count }) => tier.trim() !== '' && count > 0).map(({ tier, count }) => ({ tier: tier.trim(), count }));
  const voted = rules.vote === 'none' ? {} : { votingEndsAt: fromCity(rules.voteDay, rules.voteClock) };
  const counted = rules.vote === 'counts' ? { votePercent: rules.votePercent } : {};
  return { judgesPerEntry: rules.judgesPerEntry, awards, ...voted, ...counted };
}

/** Only methods whose scores are marks leave a part to the public. */
export function takesVotes(method: NewContest['ranking']['method']): boolean {
  return method !== 'BORDA' && method !== 'BRADLEY_TERRY';
}
