import { computed, shallowRef } from 'vue';
import { api, unwrap } from '@/api/client';
import type { SubjectArea } from '@/api/records';
import { locale } from '@/i18n/locale';
import { allOf, page } from './requests';

/** The city's subject areas, which officers can change; read once and again after a change. */
const areas = shallowRef<SubjectArea[]>([]);
let asked: Promise<void> | undefined;

export function reloadSubjects(): Promise<void> {
  const answer = allOf<SubjectArea>((after) => unwrap(api.GET('/api/v1/subject-areas', { params: { query: page(after, 100) } })), 3).then((all) => {
    areas.value = all;
  });
  answer.catch(() => (asked = undefined));
  asked = answer;
  return answer;
}

const nameOf = ({ nameZh, nameEn }: SubjectArea) => (locale.value === 'en' ? nameEn : nameZh);

export function useSubjects() {
  if (!asked) void reloadSubjects().catch(() => undefined);
  const names = computed(() => new Map(areas.value.map((each) => [each.id, nameOf(each)])));
  return {
    ids: computed(() => areas.value.map(({ id }) => id)),
    /** One that was put away, or has not come yet, stands for itself. */
    name: (id: string): string => names.value.get(id) ?? id,
  };
}
