import { onBeforeUnmount, onMounted, type Ref } from 'vue';
import { speed, speeds } from './preferences';
import type { usePlayer } from './usePlayer';

interface Wiring {
  player: ReturnType<typeof usePlayer>;
  video: Readonly<Ref<HTMLVideoElement | null>>;
  toggleFull: () => Promise<void>;
  enabled: () => boolean;
}

const typing = /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/;

/** The keys of other players: space and K, arrows, M, F, < and >. They stay out of fields and buttons. */
export function useKeyboard({ player, video, toggleFull, enabled }: Wiring): void {
  const step = (by: number) => player.seek(player.state.position + by);
  const faster = (by: number) => {
    const at = speeds.findIndex((each) => each === speed.value) + by;
    speed.value = speeds[Math.min(Math.max(0, at), speeds.length - 1)] ?? 1;
  };
  const louder = (by: number) => {
    if (video.value) video.value.volume = Math.min(1, Math.max(0, video.value.volume + by));
  };
  const keys: Record<string, () => unknown> = {
    ' ': () => player.toggle(),
    k: () => player.toggle(),
    ArrowLeft: () => step(-10),
    ArrowRight: () => step(10),
    ArrowUp: () => louder(0.1),
    ArrowDown: () => louder(-0.1),
    m: () => video.value && (video.value.muted = !video.value.muted),
    f: () => void toggleFull(),
    '<': () => faster(-1),
    '>': () => faster(1),
  };

  function onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (!enabled() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing.test(target.tagName) || target.isContentEditable) return;
    const action = keys[event.key];
    if (!action || (event.key.startsWith('ArrowU') || event.key.startsWith('ArrowD')) && !player.state.started) return;
    event.preventDefault();
    action();
  }

  onMounted(() => addEventListener('keydown', onKey));
  onBeforeUnmount(() => removeEventListener('keydown', onKey));
}
