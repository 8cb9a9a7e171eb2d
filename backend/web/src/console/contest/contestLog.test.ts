import { describe, expect, it } from 'vitest';
import { keyOf, parseLog, snapshotsOf, wordsOf } from './contestLog';

const line = (kind: string, data: Record<string, unknown>) => JSON.stringify({ seq: 1, at: '2027-03-01T00:00:00Z', actor: 'u', kind, data, previous: '0', hash: 'f' });
const log = [
  line('state', { from: 'DRAFT', to: 'OPEN' }),
  line('promoted', { from: 'county', head: 'abc', rule: 'quota 2', entries: [{ entry: 'n1', was: 'o1', rank: 1, score: '91.50', media: 'm' }], signature: 'sig' }),
  line('state', { from: 'JUDGING', to: 'SCREENING', reason: '漏了一位评委' }),
  line('sheet-submitted', { entry: 'n1', judge: 'j', scores: {}, paper: true }),
].join('\n');

describe('the log of a contest', () => {
  it('shows what was taken over as it was signed', () => {
    expect(snapshotsOf(parseLog(`${log}\n`))).toEqual([
      { at: '2027-03-01T00:00:00Z', from: 'county', head: 'abc', rule: 'quota 2', signature: 'sig', entries: [{ entry: 'n1', was: 'o1', rank: 1, score: '91.50', media: 'm' }] },
    ]);
  });

  it('has a sentence of its own for a step back and for a paper sheet', () => {
    expect(parseLog(log).map(keyOf)).toEqual(['state', 'promoted', 'stateBack', 'sheet-on-paper']);
  });

  it('fills sentences with names and reasons', () => {
    const [, , back, sheet] = parseLog(log);
    const name = (id: string) => ({ n1: '山歌里的防火经', j: '韦评委' })[id] ?? id;
    expect(wordsOf(back!, name, (state) => `<${state}>`)).toMatchObject({ from: '<JUDGING>', to: '<SCREENING>', reason: '漏了一位评委' });
    expect(wordsOf(sheet!, name, String)).toMatchObject({ entry: '山歌里的防火经', judge: '韦评委' });
  });
});
