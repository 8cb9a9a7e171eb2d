import { fetchWithPatience } from '@/api/client';
import { toProblem } from '@/api/problem';
import type { ImportRun } from '@/api/records';
import { useAction } from '@/app/action';
import { currentLocale } from '@/i18n/locale';
import { accessToken } from '@/identity/token';

/** Sends a spreadsheet as it is; the generated client knows JSON bodies only. */
export async function sendFile<T>(path: string, query: Record<string, string>, file: File): Promise<T> {
  const address = new URL(path, location.origin);
  address.search = new URLSearchParams(query).toString();
  const token = await accessToken();
  const headers = {
    'Accept-Language': currentLocale(),
    'Content-Type': 'application/octet-stream',
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetchWithPatience(new Request(address, { method: 'POST', headers, body: file }));
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toProblem(response, answer);
  return answer as T;
}

export function useSendFile() {
  const { busy, attempt } = useAction();
  async function send(list: string, file: File): Promise<ImportRun | undefined> {
    let run: ImportRun | undefined;
    await attempt(async () => {
      run = await sendFile<ImportRun>('/api/v1/imports', { list, fileName: file.name }, file);
    });
    return run;
  }
  return { sending: busy, send };
}
