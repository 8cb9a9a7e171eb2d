import { ref } from 'vue';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

const key = 'lh.locale';

function remembered(): Locale {
  try {
    const value = localStorage.getItem(key);
    return locales.find((locale) => locale === value) ?? 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** Chinese for everybody until they choose otherwise: the browser of a borrowed laptop says little about its reader. */
export const locale = ref<Locale>(remembered());

export const currentLocale = (): Locale => locale.value;

export function rememberLocale(value: Locale): void {
  locale.value = value;
  document.documentElement.lang = value;
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse to store; the choice then lasts as long as the page.
  }
}
