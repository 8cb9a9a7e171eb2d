import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue';
import { api, unwrap } from '@/api/client';
import { follow } from '@/api/events';
import type { StatisticsLine } from '@/api/records';
import { useLoad } from '@/app/load';
import { divisionsInside } from '../records/regions';
import { none } from './measures';

export const breakdowns = ['FORMAT', 'SUBJECT', 'AUDIENCE', 'HALL', 'LECTURER', 'TOWNSHIP'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** All figures of a region and a year; the server tells when they have changed, and they are read again. */
export function useStatistics(region: Ref<string>, year: Ref<number>, by: Ref<Breakdown>) {
  const query = () => ({ region: region.value, year: year.value });
  const heardAt = ref<Date>();
  const figures = useLoad(async () => {
    const params = { params: { query: query() } };
    const [summary, before, months, counties] = await Promise.all([
      unwrap(api.GET('/api/v1/statistics/summary', params)),
      unwrap(api.GET('/api/v1/statistics/summary', { params: { query: { region: region.value, year: year.value - 1 } } })),
      unwrap(api.GET('/api/v1/statistics/months', params)),
      unwrap(api.GET('/api/v1/statistics/counties', params)),
    ]);
    return { summary, before, months, counties: await withAll(counties, region.value) };
  });
  const parts = useLoad(() => unwrap(api.GET('/api/v1/statistics/breakdown', { params: { query: { ...query(), by: by.value } } })));

  watch([region, year], () => void figures.reload());
  watch([region, year, by], () => void parts.reload());

  // The first event says how things stand, which was just read; each one after that says that they are other now.
  let stop = () => {};
  let last = '';
  function listen(): void {
    stop();
    last = '';
    const path = `/api/v1/statistics/events?${new URLSearchParams({ region: region.value, year: String(year.value) }).toString()}`;
    stop = follow(path, ({ name, data }) => {
      if (name !== 'summary') return;
      heardAt.value = new Date();
      if (last !== '' && last !== data) void Promise.all([figures.reload(), parts.reload()]);
      last = data;
    });
  }
  const look = () => (document.visibilityState === 'visible' ? listen() : stop());
  watch([region, year], listen);
  onMounted(() => {
    listen();
    document.addEventListener('visibilitychange', look);
  });
  onBeforeUnmount(() => {
    stop();
    document.removeEventListener('visibilitychange', look);
  });
  return { figures, parts, heardAt };
}

/** Counties without a session belong on the map too. */
async function withAll(lines: StatisticsLine[], region: string): Promise<StatisticsLine[]> {
  const known = region.length === 4 ? await divisionsInside(region).catch(() => []) : [];
  const missing = known.filter(({ code }) => !lines.some(({ key }) => key === code));
  return [...lines, ...missing.map(({ code }) => ({ key: code, figures: none }))];
}
