// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { i18n, loadArea } from '@/i18n';
import { useValueName } from './changes';

await loadArea('console');

function said(value: string): string {
  const Shown = defineComponent({ setup: () => ({ text: useValueName()(value) }), render() { return h('p', (this as unknown as { text: string }).text); } });
  return mount(Shown, { global: { plugins: [i18n] } }).text();
}

describe('what a record held', () => {
  it('is told in words where it was a code, one or several', () => {
    expect(said('SUBMITTED')).toBe('待审核');
    expect(said('EXPERT；FARMING_EXPERT')).toBe('专家学者；农技能手');
  });

  it('keeps codes that nobody has named, and capitals inside a text', () => {
    expect(said('NO_SUCH_CODE')).toBe('NO_SUCH_CODE');
    expect(said('第 DRAFT 稿')).toBe('第 DRAFT 稿');
  });

  it('has its days and moments as they are written everywhere', () => {
    expect(said('A1 2020-03-02 4 怎样讲')).toBe('A1 2020年3月2日 周一 4 怎样讲');
    expect(said('2020-03-02T04:05:06.789Z')).toBe('2020年3月2日 周一 12:05');
    expect(said('451022-2020-03-021')).toBe('451022-2020-03-021');
  });
});
