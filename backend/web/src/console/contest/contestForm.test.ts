import { describe, expect, it } from 'vitest';
import type { Contest } from '@/api/model';
import { problemsOf } from '../contestDraft';
import { draftOf, formOf, newForm } from './contestForm';

const t = (key: string) => key;

/** As the API tells it: more than the form shows. */
const contest: Contest = {
  id: 'c',
  title: '讲习教案大赛',
  kind: 'LESSON_PLAN',
  state: 'DRAFT',
  region: '4510',
  opensAt: '2026-11-01T00:00:00Z',
  closesAt: '2026-12-01T10:00:00Z',
  maxScore: 100,
  rubric: [{ id: 'goal', name: '目标', weight: 2, max: 50, min: 10, step: 5, description: '看得见' }],
  deductions: [{ id: 'late', name: '缺材料', points: 2 }],
  ranking: { method: 'MEDIAN', drop: 0, scale: 3, basis: 'SHEET', rounding: 'DOWN', tieBreaks: ['CRITERION:goal'], votePercent: 5 },
  terms: { categories: ['红色故事'], graceMinutes: 30, entriesEach: 2, coPresenters: 1, maxPages: 12, certifiedOnly: true, template: '# 教案' },
  judgesPerEntry: 3,
  awards: [{ tier: '优秀奖', percent: 20, perCategory: true }],
  votingEndsAt: '2026-12-20T10:00:00Z',
  version: 4,
};

describe('the form of a contest', () => {
  it('begins with a contest that can be set up once it has a name', () => {
    expect(problemsOf(draftOf({ ...newForm(t), title: '视频大赛' }))).toEqual([]);
  });

  it('loses nothing of a contest that was set up before', () => {
    const { id: _id, state: _state, region: _region, maxScore: _max, version: _version, opensAt, closesAt, votingEndsAt, ...same } = contest;
    const draft = draftOf(formOf(contest, t));
    expect(draft).toMatchObject(same);
    const times = [draft.opensAt, draft.closesAt, draft.votingEndsAt ?? ''];
    expect(times.map(Date.parse)).toEqual([opensAt, closesAt, votingEndsAt ?? ''].map(Date.parse));
  });

  it('drops a vote that no longer counts, and limits of another kind of contest', () => {
    const form = formOf(contest, t);
    const draft = draftOf({ ...form, kind: 'LECTURE_VIDEO', rules: { ...form.rules, vote: 'none' } });
    expect(draft).not.toHaveProperty('votingEndsAt');
    expect(draft.ranking).not.toHaveProperty('votePercent');
    expect(draft.terms).not.toHaveProperty('maxPages');
  });
});
