import { computed, ref } from 'vue';

/**
 * Whether the server can be reached. After a failed request the server is asked again with growing waits; a banner
 * counts down and offers to try at once, and pages that failed load again when the line is back.
 */
const waits = [3, 5, 10, 20, 30];
const away = ref(false);
const secondsLeft = ref(0);
const trying = ref(false);
const listeners = new Set<() => void>();
let attempt = 0;
let timer: ReturnType<typeof setInterval> | undefined;

async function reach(): Promise<boolean> {
  try {
    const answer = await fetch('/api/v1/configuration', { cache: 'no-store' });
    return answer.status < 502;
  } catch {
    return false;
  }
}

function countDown(): void {
  clearInterval(timer);
  secondsLeft.value = waits[Math.min(attempt, waits.length - 1)] ?? 30;
  timer = setInterval(() => {
    secondsLeft.value -= 1;
    if (secondsLeft.value <= 0) void tryNow();
  }, 1000);
}

export async function tryNow(): Promise<void> {
  if (trying.value || !away.value) return;
  clearInterval(timer);
  trying.value = true;
  const reached = await reach();
  trying.value = false;
  attempt += 1;
  if (reached) noteReached();
  else countDown();
}

export function noteAway(): void {
  if (away.value) return;
  away.value = true;
  attempt = 0;
  countDown();
}

export function noteReached(): void {
  if (!away.value) return;
  away.value = false;
  clearInterval(timer);
  listeners.forEach((listener) => listener());
}

/** Calls back when the line returns; the answer unsubscribes. */
export function onBack(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

globalThis.addEventListener?.('online', () => void tryNow());
globalThis.addEventListener?.('offline', () => noteAway());

export function useConnection() {
  return { away: computed(() => away.value), secondsLeft, trying, tryNow };
}
