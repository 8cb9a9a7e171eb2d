/** Days and hours of the city's clock (UTC+8, no summer time), for fields and grids; the API speaks UTC. */
const offset = 8 * 3_600_000;

export const cityDay = (at: string | Date): string => new Date(new Date(at).getTime() + offset).toISOString().slice(0, 10);
export const cityClock = (at: string | Date): string => new Date(new Date(at).getTime() + offset).toISOString().slice(11, 16);
export const fromCity = (day: string, clock = '00:00'): string => new Date(Date.parse(`${day}T${clock}:00Z`) - offset).toISOString();
/** Minutes since the day's midnight. */
export const cityMinutes = (at: string | Date): number => {
  const [h = 0, m = 0] = cityClock(at).split(':').map(Number);
  return h * 60 + m;
};
export const addDays = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
export const minutesToClock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
