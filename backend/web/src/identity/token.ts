import { forget, readStored, store } from '@/app/store';

/**
 * The light end of sign-in, all that an anonymous visitor loads. The OpenID client itself comes in only for people who
 * signed in before or are about to.
 */
const marker = 'lh.signed-in';

export const signedInBefore = (): boolean => readStored(marker, false);
export const markSignedIn = (): void => store(marker, true);

let onForgotten: () => void = () => undefined;
export function whenForgotten(listener: () => void): void {
  onForgotten = listener;
}

export async function accessToken(): Promise<string | undefined> {
  if (!signedInBefore()) return undefined;
  const { freshToken } = await import('./oidc');
  return freshToken();
}

/** The server no longer knows this token, or the person signed out. */
export async function forgetToken(): Promise<void> {
  forget(marker);
  onForgotten();
  const { dropUser } = await import('./oidc');
  await dropUser();
}
