import { createI18n, type LocaleMessageDictionary, type VueMessageType } from 'vue-i18n';
import common from './zh-CN/common.json';
import villager from './zh-CN/villager.json';
import { currentLocale, rememberLocale, type Locale } from './locale';

export type Area = 'common' | 'villager' | 'studio' | 'console' | 'judge' | 'screen' | 'work' | 'training' | 'campaigns' | 'planning' | 'cockpit';
type Messages = LocaleMessageDictionary<VueMessageType>;

const files = import.meta.glob<{ default: Messages }>(['./*/*.json', '!./zh-CN/common.json', '!./zh-CN/villager.json']);
const loaded = new Set(['zh-CN/common', 'zh-CN/villager']);
const areas = new Set<Area>(['common', 'villager']);

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as string,
  fallbackLocale: 'zh-CN',
  missingWarn: false,
  fallbackWarn: false,
});
i18n.global.setLocaleMessage('zh-CN', { ...common, ...villager });

async function load(locale: Locale, area: Area): Promise<void> {
  const name = `${locale}/${area}`;
  if (loaded.has(name)) return;
  const file = files[`./${name}.json`];
  if (!file) return;
  i18n.global.mergeLocaleMessage(locale, (await file()).default);
  loaded.add(name);
}

/** Brings the words of one part of the app, in the language of the moment and in Chinese to fall back on. */
export async function loadArea(area: Area): Promise<void> {
  areas.add(area);
  await Promise.all([load(currentLocale(), area), load('zh-CN', area)]);
}

export async function setLocale(locale: Locale): Promise<void> {
  await Promise.all([...areas].map((area) => load(locale, area)));
  i18n.global.locale.value = locale;
  rememberLocale(locale);
}
