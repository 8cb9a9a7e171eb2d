import { onScopeDispose, ref, type Ref } from 'vue';

type OldVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** The whole player on the whole screen; iPhones can only do so with the bare video. */
export function useFullscreen(box: Readonly<Ref<HTMLElement | null>>, video: Readonly<Ref<HTMLVideoElement | null>>) {
  const isFull = ref(false);
  const note = () => (isFull.value = document.fullscreenElement === box.value && box.value !== null);
  document.addEventListener('fullscreenchange', note);
  onScopeDispose(() => document.removeEventListener('fullscreenchange', note));

  async function toggleFull(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if (box.value?.requestFullscreen) await box.value.requestFullscreen();
    else (video.value as OldVideo | null)?.webkitEnterFullscreen?.();
  }

  return { isFull, toggleFull };
}
