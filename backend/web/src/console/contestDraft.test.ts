import { describe, expect, it } from 'vitest';
import type { NewContest } from '@/api/model';
import { nextCriterionId, problemsOf, totalPoints, usualRubric } from './contestDraft';

const draft = (patch: Partial<NewContest> = {}): NewContest => ({
  title: 'A contest',
  kind: 'LECTURE_VIDEO',
  opensAt: '2026-11-01T00:00:00Z',
  closesAt: '2026-12-01T00:00:00Z',
  rubric: usualRubric('LECTURE_VIDEO', (key) => key),
  ranking: { method: 'TRIMMED_MEAN', drop: 1, scale: 2 },
  ...patch,
});

describe('a contest being set up', () => {
  it('begins with a rubric that adds up to 100', () => {
    expect(totalPoints(usualRubric('LECTURE_VIDEO', (key) => key))).toBe(100);
    expect(totalPoints(usualRubric('LESSON_PLAN', (key) => key))).toBe(100);
    expect(problemsOf(draft())).toEqual([]);
  });
  it('wants a title, times in order and a rubric', () => {
    expect(problemsOf(draft({ title: ' ' }))).toEqual(['title']);
    expect(problemsOf(draft({ closesAt: '2026-10-01T00:00:00Z' }))).toEqual(['times']);
    expect(problemsOf(draft({ rubric: [] }))).toEqual(['rubric']);
  });
  it('wants criteria that can be scored in whole steps', () => {
    const [first] = usualRubric('LECTURE_VIDEO', (key) => key);
    expect(problemsOf(draft({ rubric: [{ ...first!, name: '' }] }))).toEqual(['criterion']);
    expect(problemsOf(draft({ rubric: [{ ...first!, max: 10, step: 3 }] }))).toEqual(['step']);
    expect(problemsOf(draft({ rubric: [{ ...first!, max: 10, step: 0.1 }] }))).toEqual([]);
  });
  it('never gives an id twice', () => {
    expect(nextCriterionId([])).toBe('c1');
    expect(nextCriterionId([{ id: 'c7', name: '', weight: 1, max: 1, step: 1 }])).toBe('c8');
  });
});
