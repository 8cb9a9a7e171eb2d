import { describe, expect, it } from 'vitest';
import { kindOf } from './kinds';

describe('what a file is uploaded as', () => {
  it('follows its ending, whatever the case', () => {
    expect(kindOf({ name: 'MOV00006.3GP' })).toBe('VIDEO');
    expect(kindOf({ name: '《山歌》教案.docx' })).toBe('DOCUMENT');
    expect(kindOf({ name: 'a.b.PDF' })).toBe('DOCUMENT');
  });
  it('takes sound as a lesson of sound', () => {
    expect(kindOf({ name: 'song.amr' })).toBe('VIDEO');
  });
  it('believes the phone when there is no ending', () => {
    expect(kindOf({ name: 'VID_2026', type: 'video/mp4' })).toBe('VIDEO');
  });
  it('is nothing the platform can use otherwise', () => {
    expect(kindOf({ name: 'run.exe', type: '' })).toBeUndefined();
    expect(kindOf({ name: 'noending' })).toBeUndefined();
  });
});
