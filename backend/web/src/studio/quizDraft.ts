import { intentionKey } from '@/api/client';
import type { Quiz } from '@/api/model';
import type { Schemas } from '@/api/schema';

export type QuestionKind = Schemas['QuestionInput']['kind'];
export type QuizInput = Schemas['QuizInput'];

/** A question while it is being written: nothing is lost when its kind is changed and changed back. */
export interface DraftQuestion {
  /** Of this page only; the server gives its own. */
  id: string;
  kind: QuestionKind;
  text: string;
  choices: string[];
  /** Places of the right choices. */
  right: number[];
  truth: boolean | undefined;
  texts: string[];
  explanation: string;
}

export interface QuizDraft {
  title: string;
  passPercent: number;
  questions: DraftQuestion[];
}

export const kinds: readonly QuestionKind[] = ['SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'TRUE_FALSE', 'FILL_IN'];
/** As the server has them. */
export const most = { questions: 50, choices: 10, text: 500, choice: 200, texts: 10, typed: 100 };

/** What is missing in a question; the words stand under `studio.quiz.lacks`. */
export type Lack = 'text' | 'choices' | 'right' | 'onlyOne' | 'truth' | 'texts';

export function emptyQuestion(kind: QuestionKind = 'SINGLE_CHOICE'): DraftQuestion {
  return { id: intentionKey(), kind, text: '', choices: ['', ''], right: [], truth: undefined, texts: [''], explanation: '' };
}

export const emptyQuiz = (title: string): QuizDraft => ({ title, passPercent: 60, questions: [emptyQuestion()] });

export function draftOf(quiz: Quiz): QuizDraft {
  const questions = quiz.questions.map((question): DraftQuestion => {
    const { kind, text, choices, right = [], texts = [], explanation = '' } = question;
    const truth = kind === 'TRUE_FALSE' ? right[0] === 0 : undefined;
    const chosen = kind === 'TRUE_FALSE' ? [] : right;
    return { ...emptyQuestion(kind), text, ...(choices.length > 0 ? { choices } : {}), right: chosen, truth, ...(texts.length > 0 ? { texts } : {}), explanation: explanation ?? '' };
  });
  return { title: quiz.title, passPercent: quiz.passPercent, questions };
}

const hasChoices = ({ kind }: DraftQuestion) => kind === 'SINGLE_CHOICE' || kind === 'MULTIPLE_CHOICE';
const written = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== '');

/** Choices that say something, with the right ones counted among them alone. */
function choicesOf(question: DraftQuestion): { choices: string[]; right: number[] } {
  const kept = question.choices.map((text, at) => ({ text: text.trim(), at })).filter(({ text }) => text !== '');
  return {
    choices: kept.map(({ text }) => text),
    right: kept.flatMap(({ at }, place) => (question.right.includes(at) ? [place] : [])),
  };
}

export function lacks(question: DraftQuestion): Lack[] {
  const found: Lack[] = [];
  if (question.text.trim() === '') found.push('text');
  if (hasChoices(question)) {
    const { choices, right } = choicesOf(question);
    if (choices.length < 2) found.push('choices');
    if (right.length === 0) found.push('right');
    if (question.kind === 'SINGLE_CHOICE' && right.length > 1) found.push('onlyOne');
  }
  if (question.kind === 'TRUE_FALSE' && question.truth === undefined) found.push('truth');
  if (question.kind === 'FILL_IN' && written(question.texts).length === 0) found.push('texts');
  return found;
}

/** Marks a choice as right, or no longer; in a single choice the others give way. */
export function withRight(question: DraftQuestion, at: number): DraftQuestion {
  if (question.kind === 'SINGLE_CHOICE') return { ...question, right: [at] };
  const without = question.right.filter((each) => each !== at);
  return { ...question, right: without.length < question.right.length ? without : [...without, at].sort((a, b) => a - b) };
}

export function withoutChoice(question: DraftQuestion, at: number): DraftQuestion {
  const right = question.right.filter((each) => each !== at).map((each) => (each > at ? each - 1 : each));
  return { ...question, choices: question.choices.filter((_, place) => place !== at), right };
}

export function withKind(question: DraftQuestion, kind: QuestionKind): DraftQuestion {
  const right = kind === 'SINGLE_CHOICE' ? question.right.slice(0, 1) : question.right;
  return { ...question, kind, right };
}

function toInput(question: DraftQuestion): QuizInput['questions'][number] {
  const { kind, explanation } = question;
  const said = { kind, text: question.text.trim(), choices: [], right: [], texts: [] };
  const more = explanation.trim() === '' ? {} : { explanation: explanation.trim() };
  if (hasChoices(question)) return { ...said, ...choicesOf(question), ...more };
  if (kind === 'TRUE_FALSE') return { ...said, right: [question.truth ? 0 : 1], ...more };
  return { ...said, texts: written(question.texts), ...more };
}

export function inputOf(draft: QuizDraft): QuizInput {
  return { title: draft.title.trim(), passPercent: draft.passPercent, questions: draft.questions.map(toInput) };
}

/** Neither width nor case nor spaces make an answer wrong: as the server marks it. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** How the server would mark an answer, for the writer who tries the quiz. */
export function isRight(question: QuizInput['questions'][number], chosen: readonly number[], typed: string): boolean {
  if (question.kind === 'FILL_IN') return question.texts.some((text) => plain(text) === plain(typed));
  return question.right.length === chosen.length && question.right.every((each) => chosen.includes(each));
}
