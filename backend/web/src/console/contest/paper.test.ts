import { describe, expect, it } from 'vitest';
import type { Contest, Entry } from '@/api/model';
import { blankScores, wrongCells } from './paper';

const rubric = [{ id: 'c1', name: '内容', max: 40, step: 0.5, weight: 1 }] as unknown as Contest['rubric'];
const contest = { rubric, judges: [{ id: 'j1', name: '韦评委' }, { id: 'j2', name: '黄评委' }] } as unknown as Contest;
const entry = (number: number, judgeIds: string[], more: Partial<Entry> = {}) => ({ id: `e${number}`, number, judgeIds, title: '', contestId: 'c', ...more }) as Entry;

describe('scores on paper', () => {
  it('name wrong cells by row and by the heading that people see', () => {
    const wrong = (field: string) => ({ field, code: 'x', message: 'm' });
    expect(wrongCells([wrong('rows[17].c1'), wrong('rows[2].judge'), wrong('file')], rubric, { number: '编号', judge: '评委' })).toEqual([
      { row: 17, column: '内容', message: 'm' }, { row: 2, column: '评委', message: 'm' }, { row: 0, column: 'file', message: 'm' },
    ]);
  });

  it('give a blank sheet with a row for each judge of each entry that takes part', () => {
    const table = blankScores(contest, [entry(1, ['j1', 'j2']), entry(2, ['j2'], { exclusion: '重复' })], { number: '编号', judge: '评委', comment: '评语' });
    expect(table).toEqual({ headings: ['编号', '评委', '内容', '评语'], rows: [[1, '韦评委', '', ''], [1, '黄评委', '', '']] });
  });

  it('name judges who share a name by their number', () => {
    const alike = { rubric, judges: [{ id: 'j1', name: '王芳' }, { id: 'j2', name: '王芳' }, { id: 'j3', name: '黄评委' }] } as unknown as Contest;
    const { rows } = blankScores(alike, [entry(1, ['j1', 'j2', 'j3'])], { number: '编号', judge: '评委', comment: '评语' });
    expect(rows.map(([, judge]) => judge)).toEqual(['j1', 'j2', '黄评委']);
  });
});
