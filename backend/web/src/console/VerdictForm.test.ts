// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { i18n } from '@/i18n';
import VerdictForm from './VerdictForm.vue';

const form = () => mount(VerdictForm, { props: { yes: 'Publish', no: 'Return', noteLabel: 'What to change', busy: false }, global: { plugins: [i18n] } });

describe('a verdict', () => {
  it('is yes at once', async () => {
    const verdict = form();
    await verdict.findAll('button')[1]?.trigger('click');
    expect(verdict.emitted('yes')).toHaveLength(1);
  });
  it('is no only with words, which can be taken back before', async () => {
    const verdict = form();
    await verdict.findAll('button')[0]?.trigger('click');
    const submit = () => verdict.find('button[type=submit]');
    expect(submit().attributes('disabled')).toBeDefined();
    await verdict.find('textarea').setValue('  ');
    expect(submit().attributes('disabled')).toBeDefined();
    await verdict.find('textarea').setValue(' The end is cut off. ');
    await verdict.find('form').trigger('submit');
    expect(verdict.emitted('no')).toEqual([['The end is cut off.']]);
    await verdict.find('button[type=button]').trigger('click');
    expect(verdict.find('form').exists()).toBe(false);
  });
});
