import { locale } from '@/i18n/locale';
import { formatBytes, formatClock, formatDate, formatDateTime, formatDuration, formatPosition } from './format';

/** The formats in the reader's language. */
export function useFormat() {
  return {
    date: (value: string | Date) => formatDate(value, locale.value),
    dateTime: (value: string | Date) => formatDateTime(value, locale.value),
    duration: (seconds: number) => formatDuration(seconds, locale.value),
    clock: formatClock,
    position: formatPosition,
    bytes: formatBytes,
  };
}
