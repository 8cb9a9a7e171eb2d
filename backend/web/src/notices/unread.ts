import { ref } from 'vue';
import { api, unwrap } from '@/api/client';

/** How many notices wait to be read or confirmed; counted again whenever a list or a menu asks. */
const unread = ref(0);
/** Of how many one was reminded because they are due soon. */
const reminded = ref(0);

export async function countUnread(): Promise<void> {
  try {
    const count = await unwrap(api.GET('/api/v1/me/notices/count'));
    unread.value = Math.max(count.unread, count.toConfirm);
    reminded.value = count.reminded;
  } catch {
    // A number that is missing says nothing wrong; the list itself reports trouble.
  }
}

export const useUnread = () => unread;
export const useReminded = () => reminded;
