import { beforeEach, describe, expect, it } from 'vitest';
import { PendingReports, type Untold } from './pending';

let shelf: Untold[] = [];
const reports = new PendingReports({ load: () => shelf, save: (all) => (shelf = all) });
const report = (from: number, to: number, at: number, more: Partial<Untold> = {}): Untold => ({
  courseId: 'c', lessonId: 'l', userId: 'u', positionSeconds: to, watched: [{ from, to }], spentSeconds: to - from, at, ...more,
});

beforeEach(() => (shelf = []));

describe('PendingReports', () => {
  it('grows one report for each lesson', () => {
    reports.add(report(0, 10, 1));
    reports.add(report(10, 25, 2));
    reports.add(report(0, 5, 3, { lessonId: 'other' }));
    expect(shelf).toHaveLength(2);
    expect(reports.find('u', 'l')).toMatchObject({ watched: [{ from: 0, to: 25 }], spentSeconds: 25, positionSeconds: 25, at: 2 });
  });

  it('forgets what was told and keeps what was watched meanwhile', () => {
    reports.add(report(0, 10, 1));
    const sent = reports.find('u', 'l')!;
    reports.add(report(10, 12, 2));
    reports.told(sent);
    expect(reports.find('u', 'l')).toMatchObject({ watched: [{ from: 10, to: 12 }], spentSeconds: 2, positionSeconds: 12 });
    reports.told(reports.find('u', 'l')!);
    expect(shelf).toEqual([]);
  });

  it('does not tell for somebody else', () => {
    reports.add(report(0, 10, 1, { userId: 'grandmother' }));
    expect(reports.of('grandson')).toEqual([]);
    reports.told(report(0, 10, 1, { userId: 'grandson' }));
    expect(reports.of('grandmother')).toHaveLength(1);
  });

  it('is bounded', () => {
    for (let n = 0; n < 100; n += 1) reports.add(report(0, 10, n, { lessonId: `l${n}` }));
    expect(shelf).toHaveLength(60);
    expect(shelf.at(-1)?.lessonId).toBe('l99');
  });
});

describe('a document read without a network', () => {
  it('stays read until it was told', () => {
    let all: Untold[] = [];
    const reports = new PendingReports({ load: () => all, save: (now) => (all = now) });
    const place = { courseId: 'c', lessonId: 'd', positionSeconds: 0, watched: [], spentSeconds: 0, userId: 'u' };
    reports.add({ ...place, at: 1, finished: true });
    reports.add({ ...place, at: 2 });
    expect(reports.find('u', 'd')?.finished).toBe(true);
    reports.told(reports.find('u', 'd')!);
    expect(all).toEqual([]);
  });
});
