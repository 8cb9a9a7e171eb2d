import { describe, expect, it } from 'vitest';
import type { Quiz } from '@/api/model';
import { draftOf, emptyQuestion, inputOf, isRight, lacks, withKind, withoutChoice, withRight } from './quizDraft';

const choice = { ...emptyQuestion(), text: '山歌属于哪一类', choices: ['文化', '', '法律', '农业'], right: [2] };

describe('a quiz being written', () => {
  it('leaves empty choices out, and the right ones still point to their texts', () => {
    const [sent] = inputOf({ title: ' 课后练习 ', passPercent: 60, questions: [choice] }).questions;
    expect(sent).toEqual({ kind: 'SINGLE_CHOICE', text: '山歌属于哪一类', choices: ['文化', '法律', '农业'], right: [1], texts: [] });
  });

  it('keeps the right choices when another is taken out', () => {
    expect(withoutChoice(choice, 0).right).toEqual([1]);
    expect(withoutChoice(choice, 2).right).toEqual([]);
  });

  it('has one right choice in a single choice, and any number in a multiple one', () => {
    expect(withRight(choice, 0).right).toEqual([0]);
    const several = withRight(withKind(choice, 'MULTIPLE_CHOICE'), 0);
    expect(several.right).toEqual([0, 2]);
    expect(withRight(several, 2).right).toEqual([0]);
    expect(withKind(several, 'SINGLE_CHOICE').right).toEqual([0]);
  });

  it('says what is missing before it is sent', () => {
    expect(lacks(emptyQuestion())).toEqual(['text', 'choices', 'right']);
    expect(lacks(emptyQuestion('TRUE_FALSE'))).toEqual(['text', 'truth']);
    expect(lacks({ ...emptyQuestion('FILL_IN'), text: '问', texts: [' '] })).toEqual(['texts']);
    expect(lacks(choice)).toEqual([]);
  });

  it('does not count a right mark on an empty choice', () => {
    expect(lacks({ ...choice, right: [1] })).toEqual(['right']);
  });

  it('comes back from the server as it was sent', () => {
    const input = {
      title: '练习',
      passPercent: 80,
      questions: [
        { kind: 'MULTIPLE_CHOICE' as const, text: '一', choices: ['甲', '乙', '丙'], right: [0, 2], texts: [], explanation: '因为' },
        { kind: 'TRUE_FALSE' as const, text: '二', choices: [], right: [1], texts: [] },
        { kind: 'FILL_IN' as const, text: '三', choices: [], right: [], texts: ['百色'] },
      ],
    };
    const questions = input.questions.map((each, at) => ({ ...each, id: String(at) }));
    const view: Quiz = { lessonId: 'l', version: 1, ...input, questions };
    expect(inputOf(draftOf(view))).toEqual(input);
  });
});

describe('a quiz tried by its writer', () => {
  const asked = (kind: 'FILL_IN' | 'MULTIPLE_CHOICE', right: number[], texts: string[]) => ({ kind, text: '问', choices: [], right, texts });

  it('takes exactly the right choices', () => {
    const question = asked('MULTIPLE_CHOICE', [0, 2], []);
    expect(isRight(question, [2, 0], '')).toBe(true);
    expect(isRight(question, [0], '')).toBe(false);
    expect(isRight(question, [0, 1, 2], '')).toBe(false);
  });

  it('takes a text in any width, case and spacing', () => {
    expect(isRight(asked('FILL_IN', [], ['4 G']), [], '４g')).toBe(true);
    expect(isRight(asked('FILL_IN', [], ['芒果']), [], '')).toBe(false);
  });
});
