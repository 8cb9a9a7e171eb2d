import type { MediaKind } from '@/api/model';

const documents = ['doc', 'docx', 'odt', 'ppt', 'pptx', 'pdf'];
const videos = ['mp4', 'm4v', 'mov', 'mkv', 'webm', 'avi', 'wmv', 'flv', 'f4v', 'mpg', 'mpeg', 'vob', 'ts', 'm2ts', 'mts', '3gp', '3g2', 'rm', 'rmvb', 'asf', 'ogv'];
const sounds = ['mp3', 'm4a', 'aac', 'wav', 'amr', 'ogg', 'opus', 'flac', 'wma'];

export const accepted = [...videos, ...sounds, ...documents].map((ending) => `.${ending}`).join(',');
export const acceptedDocuments = documents.map((ending) => `.${ending}`).join(',');

/** What a file is uploaded as, by its ending and the browser's guess; undefined for what the platform cannot use. */
export function kindOf(file: { name: string; type?: string }): MediaKind | undefined {
  const ending = /\.([^.]+)$/.exec(file.name.toLowerCase())?.[1] ?? '';
  if (documents.includes(ending)) return 'DOCUMENT';
  if (videos.includes(ending) || sounds.includes(ending)) return 'VIDEO';
  return /^(video|audio)\//.test(file.type ?? '') ? 'VIDEO' : undefined;
}
