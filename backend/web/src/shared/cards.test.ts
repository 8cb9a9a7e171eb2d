// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, nextTick, ref, withDirectives, type VNode } from 'vue';
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

  it('stand below the one that the row is about, which needs no name', () => {
    const head = h('tr', [h('th', '编号'), h('th', '名称'), h('th', ['得分', h('small', '正式方法')])]);
    const row = (name: VNode) => h('tr', [h('td', '1'), name, h('td', '9.5')]);
    const body = h('tbody', [row(h('td', [h('strong', '讲习所甲')])), row(h('th', '讲习所乙'))]);
    const table = mount(() => withDirectives(h('div', [h('table', [h('thead', head), body])]), [[vCards]]));
    expect(table.findAll('[data-title]').map((cell) => cell.text())).toEqual(['讲习所甲', '讲习所乙']);
    expect(table.findAll('tbody tr > *').map((cell) => cell.attributes('data-column'))).toEqual(['编号', '', '得分 · 正式方法', '编号', '', '得分 · 正式方法']);
  });
});
