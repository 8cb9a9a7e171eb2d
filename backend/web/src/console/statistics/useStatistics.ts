import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue';
import { api, unwrap } from '@/api/client';
import type { StatisticsLine } from '@/api/records';
import { useLoad } from '@/app/load';
import { divisionsInside } from '../records/regions';
import { none } from './measures';

export const breakdowns = ['FORMAT', 'SUBJECT', 'AUDIENCE', 'HALL', 'LECTURER', 'TOWNSHIP'] as const;
export type Breakdown = (typeof breakdowns)[number];
const aMinute = 60_000;

/** All figures of a region and a year; read again every minute while somebody looks. */
export function useStatistics(region: Ref<string>, year: Ref<number>, by: Ref<Breakdown>) {
  const query = () => ({ region: region.value, year: year.value });
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
  let timer = 0;
  onMounted(() => {
    timer = window.setInterval(() => document.visibilityState === 'visible' && void figures.reload(), aMinute);
  });
  onBeforeUnmount(() => clearInterval(timer));
  return { figures, parts };
}

/** Counties without a session belong on the map too. */
async function withAll(lines: StatisticsLine[], region: string): Promise<StatisticsLine[]> {
  const known = region.length === 4 ? await divisionsInside(region).catch(() => []) : [];
  const missing = known.filter(({ code }) => !lines.some(({ key }) => key === code));
  return [...lines, ...missing.map(({ code }) => ({ key: code, figures: none }))];
}
