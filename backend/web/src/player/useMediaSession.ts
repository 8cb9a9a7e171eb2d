import { onScopeDispose, watch } from 'vue';
import type { usePlayer } from './usePlayer';

/** Shows the lesson on the locked screen and lets it be paused, moved and followed by the next one from there. */
export function useMediaSession(title: () => string, player: ReturnType<typeof usePlayer>, next?: () => void): void {
  if (!('mediaSession' in navigator)) return;
  const session = navigator.mediaSession;
  const { state } = player;
  const handlers: [MediaSessionAction, MediaSessionActionHandler | null][] = [
    ['play', () => player.play()],
    ['pause', () => player.pause()],
    ['seekbackward', ({ seekOffset }) => player.seek(state.position - (seekOffset ?? 10))],
    ['seekforward', ({ seekOffset }) => player.seek(state.position + (seekOffset ?? 10))],
    ['seekto', ({ seekTime }) => seekTime !== undefined && seekTime !== null && player.seek(seekTime)],
    ['nexttrack', next ? () => next() : null],
  ];
  const set = (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // An older browser does not know this key.
    }
  };

  watch(
    () => state.started && title(),
    (name) => {
      if (!name) return;
      session.metadata = new MediaMetadata({ title: name, artwork: [{ src: '/icon.svg', type: 'image/svg+xml' }] });
      handlers.forEach(([action, handler]) => set(action, handler));
    },
  );
  watch(
    () => state.playing,
    (playing) => (session.playbackState = playing ? 'playing' : 'paused'),
  );
  watch(
    () => Math.floor(state.position / 5),
    () => {
      if (state.duration > 0) session.setPositionState?.({ duration: state.duration, position: Math.min(state.position, state.duration) });
    },
  );
  onScopeDispose(() => {
    handlers.forEach(([action]) => set(action, null));
    session.metadata = null;
    session.playbackState = 'none';
  });
}
