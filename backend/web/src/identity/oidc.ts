import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { NetworkAway } from '@/api/problem';
import { configuration } from './configuration';
import { forget } from '@/app/store';
import { provideDigest } from './digest';
import { markSignedIn } from './token';

const renewBefore = 45;
let manager: Promise<UserManager> | undefined;
let renewal: Promise<User | null> | undefined;

async function makeManager(): Promise<UserManager> {
  provideDigest();
  const { issuer, clientId } = await configuration();
  const origin = location.origin;
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${origin}/signed-in`,
    post_logout_redirect_uri: `${origin}/`,
    response_type: 'code',
    scope: 'openid',
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: localStorage }),
  });
}

function users(): Promise<UserManager> {
  manager ??= makeManager().catch((error: unknown) => {
    manager = undefined;
    throw error;
  });
  return manager;
}

async function renew(): Promise<User | null> {
  const oidc = await users();
  try {
    return await oidc.signinSilent();
  } catch (error) {
    if (!(error instanceof ErrorResponse)) throw new NetworkAway(error);
    forget('lh.signed-in');
    await oidc.removeUser();
    return null;
  }
}

/** A token good for at least the next request; renewed once, however many ask for it. */
export async function freshToken(): Promise<string | undefined> {
  const user = await (await users()).getUser();
  if (!user) return undefined;
  if ((user.expires_in ?? 0) > renewBefore) return user.access_token;
  renewal ??= renew().finally(() => (renewal = undefined));
  return (await renewal)?.access_token;
}

/** Leaves for the sign-in page, in the person's language, and comes back to `returnTo`. */
export async function startSignIn(returnTo: string, language: string): Promise<void> {
  await (await users()).signinRedirect({ state: returnTo, ui_locales: language });
}

/** Takes the answer of the sign-in page; says where the person wanted to go. */
export async function finishSignIn(): Promise<string> {
  const user = await (await users()).signinRedirectCallback();
  markSignedIn();
  const wanted = typeof user.state === 'string' ? user.state : '/';
  return wanted.startsWith('/') && !wanted.startsWith('//') ? wanted : '/';
}

export async function startSignOut(): Promise<void> {
  const oidc = await users();
  forget('lh.signed-in');
  await oidc.signoutRedirect();
}

export async function dropUser(): Promise<void> {
  await (await users()).removeUser();
}
