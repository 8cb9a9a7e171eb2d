import { describe, expect, it } from 'vitest';
import { canBeChosen, channelsOf, choiceOf, differs, languageIn, type SoundTrack } from './soundTracks';

const track = (index: number, more: Partial<SoundTrack> = {}): SoundTrack => ({
  index,
  codec: 'aac',
  channels: 1,
  usual: index === 0,
  chosen: index === 0,
  ...more,
});

describe('what is heard', () => {
  it('is the chosen sound, treated as speech unless it was said otherwise', () => {
    expect(choiceOf({ soundTracks: [track(0, { chosen: false }), track(1, { chosen: true })], fullHd: false })).toEqual({
      sound: 'SPEECH',
      track: 1,
      fullHd: false,
    });
    expect(choiceOf({ sound: 'MUSIC', fullHd: true })).toEqual({ sound: 'MUSIC', track: undefined, fullHd: true });
  });
  it('is only encoded again when something changes', () => {
    const now = { sound: 'SPEECH', track: 0, fullHd: false } as const;
    expect(differs(now, { ...now })).toBe(false);
    expect(differs(now, { ...now, track: 1 })).toBe(true);
    expect(differs(now, { ...now, sound: 'MUSIC' })).toBe(true);
    expect(differs(now, { ...now, fullHd: true })).toBe(true);
  });
  it('can be chosen of what is ready and has sound, also when its sounds were never listed', () => {
    const ready = { kind: 'VIDEO' as const, state: 'READY' as const, renditions: ['360p'] };
    expect(canBeChosen({ ...ready, soundTracks: [track(0)] })).toBe(true);
    expect(canBeChosen(ready)).toBe(true);
    expect(canBeChosen({ ...ready, soundTracks: [] })).toBe(false);
    expect(canBeChosen({ ...ready, soundTracks: [], renditions: ['480p', '720p'] })).toBe(true);
    expect(canBeChosen({ ...ready, kind: 'DOCUMENT' })).toBe(false);
    expect(canBeChosen({ ...ready, state: 'PROCESSING' })).toBe(false);
  });
});

describe('a sound in words', () => {
  it('names languages as files write them, and nothing when it is none', () => {
    expect(languageIn('eng', 'en')).toBe('English');
    expect(languageIn('chi', 'en')).toBe('Chinese');
    expect(languageIn('desk 2', 'en')).toBe('');
    expect(languageIn(null, 'en')).toBe('');
  });
  it('counts channels as people do', () => {
    expect(channelsOf({ channels: 1 }).key).toBe('studio.soundAgain.channels.mono');
    expect(channelsOf({ channels: 2 }).key).toBe('studio.soundAgain.channels.stereo');
    expect(channelsOf({ channels: 6 })).toEqual({ key: 'studio.soundAgain.channels.many', values: { n: 6 } });
    expect(channelsOf({ channels: 0 }).key).toBe('studio.soundAgain.channels.unknown');
  });
});
