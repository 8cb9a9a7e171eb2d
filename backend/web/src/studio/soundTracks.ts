import type { MediaAsset, SoundChoice } from '@/api/model';

export type SoundTrack = NonNullable<MediaAsset['soundTracks']>[number];

/** What is heard and seen, or shall be. */
export interface Choice {
  sound: SoundChoice;
  /** Which of the file's sounds; undefined when it is not known which there are. */
  track: number | undefined;
  /** Whether the picture is wanted at 1080 lines too. */
  fullHd: boolean;
}

type Facts = Pick<MediaAsset, 'sound' | 'soundTracks' | 'fullHd'>;

/** As the video is now. */
export function choiceOf(asset: Facts): Choice {
  const track = asset.soundTracks?.find(({ chosen }) => chosen)?.index;
  return { sound: asset.sound ?? 'SPEECH', track, fullHd: asset.fullHd };
}

/** Of a video without sound there is nothing to choose; of an older one only how the sound is treated. */
export function hasSound(asset: Pick<MediaAsset, 'soundTracks'>): boolean {
  return asset.soundTracks?.length !== 0;
}

/** Only what has 720 lines may have more. */
export function mayBeSharper(asset: Pick<MediaAsset, 'renditions'>): boolean {
  return asset.renditions.includes('720p');
}

export function canBeChosen(asset: Pick<MediaAsset, 'kind' | 'state' | 'soundTracks' | 'renditions'>): boolean {
  return asset.kind === 'VIDEO' && asset.state === 'READY' && (hasSound(asset) || mayBeSharper(asset));
}

export function differs(now: Choice, wanted: Choice): boolean {
  return now.sound !== wanted.sound || now.track !== wanted.track || now.fullHd !== wanted.fullHd;
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
