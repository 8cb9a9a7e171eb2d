/** A month of the city's calendar. */
export interface Month {
  year: number;
  /** 1 to 12 */
  month: number;
}

/** Asia/Shanghai has kept one offset, without summer time, since 1991. */
const offset = '+08:00';
const two = (n: number) => String(n).padStart(2, '0');
const startOf = ({ year, month }: Month) => new Date(`${year}-${two(month)}-01T00:00:00${offset}`);

export function monthNow(now: Date = new Date()): Month {
  const there = new Date(now.getTime() + 8 * 3600_000);
  return { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1 };
}

export function monthAfter({ year, month }: Month, by: number): Month {
  const months = year * 12 + month - 1 + by;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** From its first moment to the first of the next, as the API takes times. */
export function spanOf(month: Month): { from: string; to: string } {
  return { from: startOf(month).toISOString(), to: startOf(monthAfter(month, 1)).toISOString() };
}
