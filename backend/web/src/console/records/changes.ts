import { useI18n } from 'vue-i18n';
import { useFormat } from '@/shared/useFormat';

/** Where codes have their words; those of states come first. */
const groups = ['operations.value', 'format', 'halls.type', 'people.category', 'people.language'];
const onlyCodes = /^[A-Z_]{2,}([\s,;\u3001\uff0c\uff1b]+[A-Z_]{2,})*$/;
const days = /\b\d{4}-\d\d-\d\d(T[\d:.]+Z)?(?![\d-])/g;

/** What a record held, as people say it: codes by their words, days and moments as they are written everywhere. */
export function useValueName(): (value: string) => string {
  const { t, te } = useI18n();
  const format = useFormat();
  const word = (code: string) => {
    const group = groups.find((each) => te(`${each}.${code}`));
    return group ? t(`${group}.${code}`) : code;
  };
  return (value) =>
    onlyCodes.test(value)
      ? value.replace(/[A-Z_]+/g, word)
      : value.replace(days, (day, time?: string) => (time ? format.dateTime(day) : format.date(day)));
}
