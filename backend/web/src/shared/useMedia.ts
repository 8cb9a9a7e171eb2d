import { onScopeDispose, ref, type Ref } from 'vue';

/** Whether a media query holds, now and when the window changes. */
export function useMedia(query: string): Readonly<Ref<boolean>> {
  const media = window.matchMedia(query);
  const holds = ref(media.matches);
  const look = () => (holds.value = media.matches);
  media.addEventListener('change', look);
  onScopeDispose(() => media.removeEventListener('change', look));
  return holds;
}
