import { describe, expect, it } from 'vitest';
import { countOf, nthOf, once, ruleOf, weekdayOf, type Repeat } from './repeats';

const saturday = '2027-03-06';
const repeat = (more: Partial<Repeat>): Repeat => ({ rhythm: 'WEEKLY', every: 1, weekdays: [], until: '2027-03-31', ...more });

describe('repeats', () => {
  it('names the day of the week as the city has it', () => {
    expect([weekdayOf(saturday), weekdayOf('2027-03-07'), weekdayOf('2027-03-08')]).toEqual(['SATURDAY', 'SUNDAY', 'MONDAY']);
    expect([nthOf(saturday), nthOf('2027-03-13'), nthOf('2027-03-31')]).toEqual([1, 2, 5]);
  });

  it('says every second week as the API does, with the first session’s own day', () => {
    expect(ruleOf(repeat({ rhythm: 'BIWEEKLY', weekdays: ['WEDNESDAY'] }), saturday)).toEqual({
      rhythm: 'WEEKLY', every: 2, weekdays: ['WEDNESDAY', 'SATURDAY'], until: '2027-03-31',
    });
    expect(ruleOf(repeat({ rhythm: 'DAILY', every: 3 }), saturday)).toEqual({ rhythm: 'DAILY', every: 3, until: '2027-03-31' });
    expect(ruleOf(repeat({ rhythm: 'MONTHLY_ON_WEEKDAY', every: 3 }), saturday)).toMatchObject({ every: 1 });
  });

  it('counts the sessions of each rhythm', () => {
    expect(countOf(repeat({}), saturday)).toBe(4);
    expect(countOf(repeat({ weekdays: ['SUNDAY'] }), saturday)).toBe(8);
    expect(countOf(repeat({ rhythm: 'BIWEEKLY' }), saturday)).toBe(2);
    // Weeks begin on Monday: the Wednesday after belongs to the week left out.
    expect(countOf(repeat({ rhythm: 'BIWEEKLY', weekdays: ['WEDNESDAY'] }), saturday)).toBe(4);
    expect(countOf(repeat({ rhythm: 'DAILY', every: 3 }), saturday)).toBe(9);
    expect(countOf(repeat({ rhythm: 'MONTHLY_ON_DATE', until: '2027-06-06' }), saturday)).toBe(4);
    expect(countOf(repeat({ rhythm: 'MONTHLY_ON_DATE', until: '2027-06-30' }), '2027-03-31')).toBe(2);
    expect(countOf(repeat({ rhythm: 'MONTHLY_ON_WEEKDAY', until: '2027-05-31' }), saturday)).toBe(3);
    expect(countOf(once(saturday), saturday)).toBe(1);
  });
});
