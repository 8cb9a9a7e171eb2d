import { fetchWithPatience } from '@/api/client';
import { toProblem } from '@/api/problem';
import { currentLocale } from '@/i18n/locale';
import { accessToken } from '@/identity/token';

/** Gives the browser a file under a name, as if it had been downloaded. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Files that need a bearer token cannot be plain links. */
export async function download(path: string, fileName: string): Promise<void> {
  const token = await accessToken();
  const headers = { 'Accept-Language': currentLocale(), ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const response = await fetchWithPatience(new Request(new URL(path, location.origin), { headers }));
  if (!response.ok) throw toProblem(response, await response.json().catch(() => undefined));
  saveFile(await response.blob(), fileName);
}
