import type { Chapter } from '@/api/model';

/** The chapter that is playing; nothing before the first. */
export function chapterAt(chapters: Chapter[], seconds: number): number {
  return chapters.filter((chapter) => chapter.seconds <= seconds).length - 1;
}

/** Minutes and seconds as people type them: 90, 1:30, 1:02:03; also with the signs of a Chinese keyboard. Nothing when it is no time. */
export function secondsOf(text: string): number | undefined {
  const parts = text.trim().replaceAll('：', ':').replaceAll('。', '.').split(':');
  if (parts.length > 3 || parts.some((part, index) => !(index === parts.length - 1 ? /^\d{1,6}(\.\d{1,3})?$/ : /^\d{1,4}$/).test(part)))
    return undefined;
  if (parts.slice(1).some((part) => Number(part) >= 60)) return undefined;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The other way round; tenths only where there are some. */
export function typed(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const whole = Math.floor(tenths / 10);
  const two = (n: number) => String(n).padStart(2, '0');
  const head = whole >= 3600 ? `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}` : String(Math.floor(whole / 60));
  return `${head}:${two(whole % 60)}${tenths % 10 ? `.${tenths % 10}` : ''}`;
}
