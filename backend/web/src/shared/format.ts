import type { Locale } from '@/i18n/locale';

/** The city's clock, wherever the reader is. */
const zone = 'Asia/Shanghai';
const week = ['日', '一', '二', '三', '四', '五', '六'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const cityParts = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function parts(at: Date): Record<string, string> {
  return Object.fromEntries(cityParts.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** 11月24日 周二, with the year when it is not this one. */
export function formatDate(value: string | Date, locale: Locale, now: Date = new Date()): string {
  const at = new Date(value);
  const p = parts(at);
  const otherYear = p.year !== parts(now).year;
  const day = weekdays.indexOf(p.weekday ?? '');
  if (locale === 'en') {
    const month = new Intl.DateTimeFormat('en', { timeZone: zone, month: 'short' }).format(at);
    return `${p.weekday} ${p.day} ${month}${otherYear ? ` ${p.year}` : ''}`;
  }
  return `${otherYear ? `${p.year}年` : ''}${p.month}月${p.day}日 周${week[day]}`;
}

/** 11月24日 周二 19:30 */
export function formatDateTime(value: string | Date, locale: Locale, now: Date = new Date()): string {
  const p = parts(new Date(value));
  return `${formatDate(value, locale, now)} ${p.hour}:${p.minute}`;
}

/** 19:30 */
export function formatTime(value: string | Date): string {
  const p = parts(new Date(value));
  return `${p.hour}:${p.minute}`;
}

/** Whole days between two moments on the city's calendar: 0 is the same day, 1 the next. */
export function daysBetween(from: string | Date, to: string | Date): number {
  const day = (value: string | Date) => {
    const p = parts(new Date(value));
    return Date.UTC(Number(p.year), Number(p.month) - 1, Number(p.day));
  };
  return Math.round((day(to) - day(from)) / 86_400_000);
}

/** 14:03:22 */
export function formatClock(value: string | Date): string {
  const p = parts(new Date(value));
  return `${p.hour}:${p.minute}:${p.second}`;
}

/** 1:05:09 or 5:09, as players show it. */
export function formatPosition(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  const s = String(whole % 60).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/** A length of time in words: 45 秒, 12 分钟, 1 小时 5 分. */
export function formatDuration(seconds: number, locale: Locale): string {
  const whole = Math.max(0, Math.round(seconds));
  const zh = locale !== 'en';
  if (whole < 60) return zh ? `${whole} 秒` : `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return zh ? `${minutes} 分钟` : `${minutes} min`;
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  if (m === 0) return zh ? `${h} 小时` : `${h} h`;
  return zh ? `${h} 小时 ${m} 分` : `${h} h ${m} min`;
}

/** Several names in a sentence. */
export function formatList(names: readonly string[], locale: Locale): string {
  return names.join(locale === 'en' ? ', ' : '、');
}

/** Sizes as phone bills count them: 1 MB is a million bytes; never "0 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.max(0, Math.round(bytes))} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} KB`;
  if (bytes < 1e9) {
    const mb = bytes / 1e6;
    return `${mb < 10 ? trim(mb.toFixed(1)) : Math.round(mb)} MB`;
  }
  return `${trim((bytes / 1e9).toFixed(bytes < 1e10 ? 2 : 1))} GB`;
}

function trim(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}
