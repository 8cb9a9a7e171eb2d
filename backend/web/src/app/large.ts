import { ref, watch } from 'vue';
import { readStored, store } from './store';

const key = 'lh.large';

/** 大字: larger text and targets everywhere, remembered on this device. */
export const large = ref(readStored(key, false));

/** In large letters a page shows fewer things, the first of them; what is left is one tap away. */
export const fewer = <T>(items: readonly T[], most: number): T[] => (large.value ? items.slice(0, most) : [...items]);

watch(
  large,
  (on) => {
    document.documentElement.toggleAttribute('data-large', on);
    store(key, on);
  },
  { immediate: true, flush: 'sync' },
);
