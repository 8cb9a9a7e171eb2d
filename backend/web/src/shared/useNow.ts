import { onBeforeUnmount, ref, type Ref } from 'vue';

/** The time in milliseconds, which goes on while the page is open. */
export function useNow(everyMillis = 5_000): Ref<number> {
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), everyMillis);
  onBeforeUnmount(() => clearInterval(timer));
  return now;
}
