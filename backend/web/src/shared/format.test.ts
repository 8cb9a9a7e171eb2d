import { describe, expect, it } from 'vitest';
import { daysBetween, formatBytes, formatClock, formatDate, formatDateTime, formatDuration, formatPosition } from './format';

const now = new Date('2026-11-20T00:00:00Z');

describe('dates', () => {
  it('are written as people here write them, in the city’s time', () => {
    expect(formatDateTime('2026-11-24T11:30:00Z', 'zh-CN', now)).toBe('11月24日 周二 19:30');
  });
  it('fall on the city’s day, not on the day in UTC', () => {
    expect(formatDate('2026-11-24T17:00:00Z', 'zh-CN', now)).toBe('11月25日 周三');
  });
  it('name the year only when it is another one', () => {
    expect(formatDate('2025-01-01T00:00:00Z', 'zh-CN', now)).toBe('2025年1月1日 周三');
  });
  it('read naturally in English', () => {
    expect(formatDateTime('2026-11-24T11:30:00Z', 'en', now)).toBe('Tue 24 Nov 19:30');
  });
  it('show midnight as 00:00', () => {
    expect(formatDateTime('2026-11-24T16:00:00Z', 'zh-CN', now)).toBe('11月25日 周三 00:00');
  });
  it('show the second when something was saved', () => {
    expect(formatClock('2026-11-24T06:03:22Z')).toBe('14:03:22');
  });
});

describe('lengths', () => {
  it('are counted as players count', () => {
    expect([0, 9.9, 65, 3909].map(formatPosition)).toEqual(['0:00', '0:09', '1:05', '1:05:09']);
  });
  it('survive a video that does not know its length', () => {
    expect(formatPosition(Number.NaN)).toBe('0:00');
    expect(formatPosition(Infinity)).toBe('0:00');
  });
  it('are said in words', () => {
    expect([42, 720, 3600, 3900].map((s) => formatDuration(s, 'zh-CN'))).toEqual([
      '42 秒',
      '12 分钟',
      '1 小时',
      '1 小时 5 分',
    ]);
    expect(formatDuration(3900, 'en')).toBe('1 h 5 min');
  });
  it('roll over to an hour instead of saying 60 minutes', () => {
    expect(formatDuration(3599, 'zh-CN')).toBe('1 小时');
  });
});

describe('sizes', () => {
  it('are in the megabytes of phone bills', () => {
    expect([38_400_000, 4_250_000, 900, 45_000, 2_140_000_000].map(formatBytes)).toEqual([
      '38 MB',
      '4.3 MB',
      '900 B',
      '45 KB',
      '2.14 GB',
    ]);
  });
  it('drop idle zeros but no others', () => {
    expect([5_000_000, 20_000_000, 1_500_000_000].map(formatBytes)).toEqual(['5 MB', '20 MB', '1.5 GB']);
  });
});

describe('daysBetween', () => {
  it('counts by the city’s calendar, not by hours', () => {
    expect(daysBetween('2026-11-24T15:59:00Z', '2026-11-24T16:01:00Z')).toBe(1);
    expect(daysBetween('2026-11-24T16:01:00Z', '2026-11-25T15:59:00Z')).toBe(0);
    expect(daysBetween('2026-11-24T00:00:00Z', '2026-12-01T00:00:00Z')).toBe(7);
  });
});
