import { fetchWithPatience } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { KeptCaption } from '@/api/model';
import { currentLocale } from '@/i18n/locale';
import { accessToken } from '@/identity/token';

/** Languages that are spoken in the halls; the message files have the names that the player shows, each in its own language. */
export const languages = ['zh', 'za', 'en', 'vi'] as const;

/** Sends a subtitle file as it is; the generated client knows JSON bodies only. */
export async function sendCaptions(
  assetId: string,
  language: string,
  name: string,
  file: Blob,
  version: number | undefined,
): Promise<KeptCaption> {
  const address = new URL(`/api/v1/media-assets/${encodeURIComponent(assetId)}/captions/${language}`, location.origin);
  address.search = new URLSearchParams({ name }).toString();
  const token = await accessToken();
  const headers = {
    'Accept-Language': currentLocale(),
    'Content-Type': 'application/octet-stream',
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetchWithPatience(new Request(address, { method: 'PUT', headers, body: file }));
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toProblem(response, answer);
  return answer as KeptCaption;
}

/** What was done to a file, as keys of sentences with their numbers; empty when nothing had to be done. */
export function mended({ dropped, shortened, cleaned }: KeptCaption['found']): { key: string; n: number }[] {
  return Object.entries({ dropped, shortened, cleaned })
    .filter(([, n]) => n > 0)
    .map(([key, n]) => ({ key, n }));
}
