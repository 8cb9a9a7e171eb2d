import { nextTick, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { moved, placeAmong } from './order';

interface Order<T> {
  source: () => readonly T[];
  busy: () => boolean;
  settle: (ordered: T[]) => void;
  /** A sentence for those who do not see the row move. */
  saying: (item: T, place: number) => string;
}

/** Rows put in order by dragging a handle with mouse or finger, or by the arrow keys on it. */
export function useDragOrder<T extends { id: string }>(list: Readonly<Ref<HTMLElement | null>>, order: Order<T>) {
  const shown = shallowRef<T[]>([]);
  const dragged = ref<string>();
  const said = ref('');

  watch(order.source, (items) => (shown.value = [...items]), { immediate: true });

  function settle(): void {
    const before = order.source().map(({ id }) => id);
    if (shown.value.map(({ id }) => id).join() !== before.join()) order.settle(shown.value);
  }

  /** On the window: a row that changes its place in the page would lose a pointer that it holds. */
  const listeners: [string, (event: PointerEvent) => void][] = [
    ['pointermove', drag],
    ['pointerup', drop],
    ['pointercancel', drop],
  ];
  const listen = (on: 'addEventListener' | 'removeEventListener') =>
    listeners.forEach(([name, listener]) => globalThis[on]?.(name, listener as EventListener));

  function grab(event: PointerEvent, item: T): void {
    if (order.busy() || event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus();
    dragged.value = item.id;
    listen('addEventListener');
  }

  function drag(event: PointerEvent): void {
    if (!dragged.value || !list.value) return;
    const from = shown.value.findIndex(({ id }) => id === dragged.value);
    const others = [...list.value.children].filter((_, index) => index !== from);
    const to = placeAmong(others.map(middleOf), event.clientY);
    if (to !== from) shown.value = moved(shown.value, from, to);
  }

  function drop(): void {
    listen('removeEventListener');
    if (!dragged.value) return;
    dragged.value = undefined;
    settle();
  }
  onScopeDispose(() => listen('removeEventListener'));

  function step(item: T, by: number): void {
    if (order.busy()) return;
    const from = shown.value.findIndex(({ id }) => id === item.id);
    const to = Math.min(Math.max(0, from + by), shown.value.length - 1);
    if (to === from) return;
    shown.value = moved(shown.value, from, to);
    said.value = order.saying(item, to + 1);
    settle();
  }

  function byKey(event: KeyboardEvent, item: T): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const handle = event.currentTarget as HTMLElement;
    step(item, by);
    // A row that changes its place in the page loses the focus.
    void nextTick(() => handle.focus());
  }

  /** What the handle of a row listens to. */
  const handle = (item: T) => ({
    onPointerdown: (event: PointerEvent) => grab(event, item),
    onKeydown: (event: KeyboardEvent) => byKey(event, item),
  });

  return { shown, dragged, said, handle };
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
