import { fetchWithPatience } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { KeptCaption } from '@/api/model';
import { currentLocale } from '@/i18n/locale';
import { accessToken } from '@/identity/token';

/** Browsers do not know what the Zhuang call their language. */
const ownName = (code: string) => (code === 'za' ? 'Vahcuengh' : (new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code));

/** Languages that are spoken in the halls, by their own names, which is what the player calls the captions. */
export const languages: readonly { code: string; name: string }[] = ['zh', 'za', 'en', 'vi'].map((code) => ({ code, name: ownName(code) }));

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
