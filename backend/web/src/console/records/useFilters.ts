import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** Filters that stand in the address, so that a list can be sent to a colleague or found again with the back button. */
export function useFilters<K extends string>(...names: K[]) {
  const route = useRoute();
  const router = useRouter();
  const values = computed(() => {
    const said = names.map((name) => [name, first(route.query[name])] as const);
    return Object.fromEntries(said) as Record<K, string>;
  });

  /** An empty value takes the filter away. */
  function set(change: Partial<Record<K, string>>): void {
    const query = { ...route.query, ...change };
    const kept = Object.entries(query).filter(([, value]) => value !== '' && value !== undefined && value !== null);
    void router.replace({ query: Object.fromEntries(kept) });
  }

  /** What the API is asked for: only filters that say something. */
  const query = computed(() => Object.fromEntries(Object.entries(values.value).filter(([, value]) => value !== '')));
  return { values, query, set };
}

const first = (value: unknown): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one : '';
};
