import { onBeforeUnmount, onMounted } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/** Asks before a page with unsaved words is left, also when the window is closed. */
export function useUnsaved(changed: () => boolean, ask: () => Promise<boolean>): void {
  const warn = (event: BeforeUnloadEvent) => changed() && event.preventDefault();
  onMounted(() => addEventListener('beforeunload', warn));
  onBeforeUnmount(() => removeEventListener('beforeunload', warn));
  onBeforeRouteLeave(async () => !changed() || ask());
}
