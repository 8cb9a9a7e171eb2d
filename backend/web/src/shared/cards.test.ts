// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, nextTick, ref, withDirectives } from 'vue';
import { vCards } from './cards';

const rows = ref(['讲习所甲']);
const columns = ref('名称');
const Table = defineComponent(() => () => {
  const head = h('tr', [h('th', columns.value), h('th', [h('span', { class: 'sr' }, '操作')])]);
  const body = rows.value.map((name) => h('tr', [h('td', name), h('td', [h('button', '查看')])]));
  return withDirectives(h('div', [h('table', [h('thead', [head]), h('tbody', body)])]), [[vCards]]);
});

describe('cells of cards', () => {
  it('have the names of their columns, also when rows come and the language changes', async () => {
    const table = mount(Table);
    const named = () => table.findAll('td').map((cell) => cell.attributes('data-column'));
    expect(named()).toEqual(['名称', '']);
    rows.value = ['讲习所甲', '讲习所乙'];
    columns.value = 'Name';
    await nextTick();
    expect(named()).toEqual(['Name', '', 'Name', '']);
  });
});
