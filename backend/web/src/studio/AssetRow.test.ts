// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MediaAsset } from '@/api/model';
import { i18n, loadArea } from '@/i18n';
import AssetRow from './AssetRow.vue';

const old = { id: 'old', kind: 'VIDEO', state: 'READY', fileName: '旧.mp4', createdAt: '2026-11-24T08:00:00Z', published: true, renditions: ['360p'], durationSeconds: 90, playable: true, encodesAgain: false } as unknown as MediaAsset;
const fresh = (review: MediaAsset['review']) => ({ ...old, id: 'new', fileName: '新.mp4', published: false, replaces: 'old', review }) as MediaAsset;
const row = (props: InstanceType<typeof AssetRow>['$props']) => mount(AssetRow, { props, global: { plugins: [i18n], stubs: { RouterLink: { template: '<a><slot /></a>' } } } });
const says = (props: InstanceType<typeof AssetRow>['$props']) => row(props).text();

describe('a file that is to replace one of a published course', () => {
  beforeAll(() => loadArea('studio'));

  it('waits for review, and says what is shown until then', () => {
    const waiting = fresh({ state: 'WAITING' });
    expect(says({ asset: waiting, replaced: old })).toContain('等待审核，通过后换掉“旧.mp4”');
    expect(says({ asset: waiting, replaced: old })).not.toContain('可以用了');
    expect(says({ asset: old, awaited: waiting })).toContain('“新.mp4”等待审核');
  });

  it('says why it was refused, and can be given up but not used', () => {
    const refused = fresh({ state: 'REFUSED', note: '片头有广告' });
    const own = row({ asset: refused, replaced: old });
    expect(own.text()).toContain('审核没有通过，课程里放的还是“旧.mp4”');
    expect(own.text()).toContain('审核意见：片头有广告');
    expect(own.text()).not.toContain('放进课程');
    expect(own.findAll('button').map((each) => each.text())).toContain('不换了');
    expect(says({ asset: old, awaited: refused })).toContain('“新.mp4”审核没有通过');
  });
});
