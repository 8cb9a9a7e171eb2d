import { i18n } from '@/i18n';
import { locale } from '@/i18n/locale';
import { daysBetween, formatBytes, formatClock, formatDate, formatDateTime, formatDuration, formatList, formatPosition, formatTime } from './format';

/** Today and tomorrow by their names, other days by date. */
function nearDay(value: string | Date): string {
  const { t } = i18n.global;
  const days = daysBetween(new Date(), value);
  if (days === 0) return t('schedule.today');
  return days === 1 ? t('schedule.tomorrow') : formatDate(value, locale.value);
}

/** 今天 · 11月24日 周二 */
function namedDay(value: string | Date): string {
  const [near, date] = [nearDay(value), formatDate(value, locale.value)];
  return near === date ? date : `${near} · ${date}`;
}

/** The formats in the reader's language. */
export function useFormat() {
  return {
    date: (value: string | Date) => formatDate(value, locale.value),
    dateTime: (value: string | Date) => formatDateTime(value, locale.value),
    duration: (seconds: number) => formatDuration(seconds, locale.value),
    list: (names: readonly string[]) => formatList(names, locale.value),
    nearDay,
    namedDay,
    time: formatTime,
    clock: formatClock,
    position: formatPosition,
    bytes: formatBytes,
  };
}
