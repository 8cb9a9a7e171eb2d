import { ref, watch } from 'vue';
import { readStored, store } from './store';

const key = 'lh.large';

/** 大字: larger text and targets everywhere, remembered on this device. */
export const large = ref(readStored(key, false));

watch(
  large,
  (on) => {
    document.documentElement.toggleAttribute('data-large', on);
    store(key, on);
  },
  { immediate: true, flush: 'sync' },
);
