import { computed, shallowRef } from 'vue';
import type { Session } from '@/api/records';
import { addDays, cityDay, cityMinutes, fromCity, minutesToClock } from '@/shared/cityTime';
import { clashesOf } from './lanes';

const step = 15;
const slack = 6;

export interface MoveTarget {
  session: Session;
  day: string;
  minutes: number;
}

/** Dragging a session through the week: where it would go, and what it would run into there. */
export function useMove(sessions: () => readonly Session[], minutesPerPixel: () => number, dayWidth: () => number) {
  const target = shallowRef<MoveTarget>();
  let from: { x: number; y: number } | undefined;
  let held: Session | undefined;

  const span = (at: MoveTarget) => {
    const startsAt = fromCity(at.day, minutesToClock(at.minutes));
    const length = Date.parse(at.session.endsAt) - Date.parse(at.session.startsAt);
    return { startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() };
  };
  const clashes = computed(() => {
    if (!target.value) return [];
    const { startsAt, endsAt } = span(target.value);
    return clashesOf(target.value.session, Date.parse(startsAt), Date.parse(endsAt), sessions());
  });

  function take(event: PointerEvent, session: Session): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    held = session;
    from = { x: event.clientX, y: event.clientY };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }
  function drag(event: PointerEvent): void {
    if (!held || !from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!target.value && Math.hypot(dx, dy) < slack) return;
    const moved = Math.round((dy * minutesPerPixel()) / step) * step;
    const minutes = Math.min(24 * 60 - step, Math.max(0, cityMinutes(held.startsAt) + moved));
    target.value = { session: held, day: addDays(cityDay(held.startsAt), Math.round(dx / dayWidth())), minutes };
  }
  /** By keyboard: quarters of an hour and days, as far as they are on the page. */
  function nudge(session: Session, days: number, quarters: number, shown: readonly string[]): void {
    const at = target.value?.session.id === session.id ? target.value : { day: cityDay(session.startsAt), minutes: cityMinutes(session.startsAt) };
    const day = addDays(at.day, days);
    const minutes = Math.min(24 * 60 - step, Math.max(0, at.minutes + quarters * step));
    if (shown.includes(day)) target.value = { session, day, minutes };
  }
  /** Where it was let go; undefined for a mere click or a way back to where it was. */
  function drop(): (MoveTarget & { startsAt: string; endsAt: string }) | undefined {
    const at = target.value;
    held = undefined;
    from = undefined;
    target.value = undefined;
    if (!at) return undefined;
    const times = span(at);
    return Date.parse(times.startsAt) === Date.parse(at.session.startsAt) ? undefined : { ...at, ...times };
  }
  /** True when the pointer still holds a session, so that letting it go is no press. */
  function cancel(): boolean {
    const holding = held !== undefined && target.value !== undefined;
    held = undefined;
    from = undefined;
    target.value = undefined;
    return holding;
  }
  return { target, clashes, take, drag, nudge, drop, cancel };
}
