import { computed, ref, shallowRef } from 'vue';
import { api, unwrap } from '@/api/client';
import type { Me, Role } from '@/api/model';
import { onBack } from '@/app/connection';
import { currentLocale } from '@/i18n/locale';
import { signedInBefore, whenForgotten } from './token';

const me = shallowRef<Me>();
const settled = ref(false);
let asking: Promise<void> | undefined;

async function ask(): Promise<void> {
  if (!signedInBefore()) {
    settled.value = true;
    return;
  }
  try {
    me.value = await unwrap(api.GET('/api/v1/me'));
    settled.value = true;
  } catch {
    settled.value = !signedInBefore();
  }
}

/** Finds out who is here. Resolves in any case: without an answer the person is treated as a visitor for now. */
export function loadSession(): Promise<void> {
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}

whenForgotten(() => {
  me.value = undefined;
  settled.value = true;
});
onBack(() => {
  if (!settled.value) void loadSession();
});

export const studioRoles: Role[] = ['LECTURER', 'HALL_MANAGER', 'PUBLICITY', 'ADMIN'];
export const consoleRoles: Role[] = ['HALL_MANAGER', 'PUBLICITY', 'ADMIN'];
/** Those of a department, who also judge content, run contests and keep the lists. */
export const officerRoles: Role[] = ['PUBLICITY', 'ADMIN'];
export const judgeRoles: Role[] = ['JUDGE'];

export function hasAny(roles: readonly Role[]): boolean {
  return me.value?.roles.some((role) => roles.includes(role)) ?? false;
}

async function signIn(returnTo: string = location.pathname + location.search): Promise<void> {
  const { startSignIn } = await import('./oidc');
  await startSignIn(returnTo, currentLocale());
}

async function signOut(): Promise<void> {
  const { startSignOut } = await import('./oidc');
  await startSignOut();
}

export function useSession() {
  return { me, settled, signedIn: computed(() => me.value !== undefined), hasAny, signIn, signOut };
}
