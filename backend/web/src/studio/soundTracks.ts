import type { MediaAsset, SoundChoice } from '@/api/model';

export type SoundTrack = NonNullable<MediaAsset['soundTracks']>[number];

/** What is heard, or shall be. */
export interface Heard {
  sound: SoundChoice;
  /** Which of the file's sounds; undefined when it is not known which there are. */
  track: number | undefined;
}

/** As the video is now. */
export function heardIn(asset: Pick<MediaAsset, 'sound' | 'soundTracks'>): Heard {
  return { sound: asset.sound ?? 'SPEECH', track: asset.soundTracks?.find(({ chosen }) => chosen)?.index };
}

/** Of a video without sound there is nothing to choose; of an older one only how the sound is treated. */
export function canBeChosen(asset: Pick<MediaAsset, 'kind' | 'state' | 'soundTracks'>): boolean {
  return asset.kind === 'VIDEO' && asset.state === 'READY' && asset.soundTracks?.length !== 0;
}

export function differs(now: Heard, wanted: Heard): boolean {
  return now.sound !== wanted.sound || now.track !== wanted.track;
}

/** A language as a file names it (ISO 639) in words; empty when it is none. */
export function languageIn(code: string | null | undefined, locale: string): string {
  if (!code) return '';
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code) ?? '';
  } catch {
    return '';
  }
}

/** Channels in the words of the message files. */
export function channelsOf({ channels }: Pick<SoundTrack, 'channels'>): { key: string; values: { n: number } } {
  const key = channels === 1 ? 'mono' : channels === 2 ? 'stereo' : channels > 2 ? 'many' : 'unknown';
  return { key: `studio.soundAgain.channels.${key}`, values: { n: channels } };
}
