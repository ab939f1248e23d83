import type { DeskAppointmentItem } from '@sportello/contract';
import { type PointerEvent, type RefObject, useRef } from 'react';
import { type Aim, snap } from './aim.ts';
import { type Frame, stepMinutes } from './grid.ts';

interface Wish {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly frame: Frame;
  readonly onAim: (aim: Aim) => void;
  readonly onDrop: (aim: Aim) => void;
  readonly onGiveUp: () => void;
}

/** How far the pointer goes before a press becomes a drag, in pixels. */
const slack = 5;
/** How near the edge of what is in sight the table begins to scroll, and by how much at a time, in pixels. */
const edge = 40;
const scrollStep = 14;

interface Grabbed {
  readonly item: DeskAppointmentItem;
  readonly start: number;
}

/**
 * Drags appointments by mouse, and by finger or pen at their grip: elsewhere a finger scrolls. Escape gives up.
 * `start` is for pointerdown; `wasDragged` tells the click that follows a drop from a real one.
 */
export function useDrag({ table, frame, onAim, onDrop, onGiveUp }: Wish) {
  const dragged = useRef(false);

  function start(event: PointerEvent<HTMLElement>, { item, start: startMinute }: Grabbed): void {
    const isGrip = (event.target as Element).closest('.agenda-grip') !== null;
    if (event.button !== 0 || (event.pointerType !== 'mouse' && !isGrip)) return;
    const [downX, downY] = [event.clientX, event.clientY];
    const grabbedMinute = placeAt(table.current, frame, downX, downY)?.minute ?? startMinute;
    const pointer = event.pointerId;
    dragged.current = false;
    let aim: Aim | null = null;
    let [x, y] = [downX, downY];
    let turning = 0;

    function follow(): void {
      const place = placeAt(table.current, frame, x, y);
      if (!place) return;
      aim = { item, column: place.column, minute: snap(item, startMinute + place.minute - grabbedMinute, frame), by: 'pointer' };
      onAim(aim);
    }
    function move(moved: globalThis.PointerEvent): void {
      if (moved.pointerId !== pointer) return;
      [x, y] = [moved.clientX, moved.clientY];
      if (!dragged.current && Math.hypot(x - downX, y - downY) < slack) return;
      if (!dragged.current) turning = requestAnimationFrame(turn);
      dragged.current = true;
      follow();
    }
    function turn(): void {
      if (scrollAtEdge(table.current, x, y)) follow();
      turning = requestAnimationFrame(turn);
    }
    function drop(dropped: globalThis.PointerEvent): void {
      if (dropped.pointerId !== pointer) return;
      end();
      if (aim) onDrop(aim);
    }
    function cancel(): void {
      end();
      onGiveUp();
    }
    function press(key: KeyboardEvent): void {
      if (key.key !== 'Escape' || !dragged.current) return;
      key.preventDefault();
      cancel();
    }
    function end(): void {
      cancelAnimationFrame(turning);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', press, true);
      // The click that the browser makes of the drop comes in this turn.
      setTimeout(() => (dragged.current = false));
    }
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', press, true);
  }

  return { start, wasDragged: () => dragged.current };
}

/** Over which column a point of the window lies, and at which minute; null far from the table. */
export function placeAt(table: HTMLTableElement | null, { first, rows }: Frame, x: number, y: number): { column: number; minute: number } | null {
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])].slice(1).map((cell) => cell.getBoundingClientRect());
  const body = table?.tBodies[0]?.getBoundingClientRect();
  if (!body || heads.length === 0) return null;
  const found = heads.findIndex(({ left, right }) => x >= left && x < right);
  const column = found >= 0 ? found : x < (heads[0]?.left ?? 0) ? 0 : heads.length - 1;
  return { column, minute: first + ((y - body.top) / body.height) * rows * stepMinutes };
}

function scrollAtEdge(table: HTMLTableElement | null, x: number, y: number): boolean {
  const box = table?.closest('.agenda-scroll');
  if (!box) return false;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const by = { left: towards(x, left, right), top: towards(y, top, bottom) };
  if (by.left === 0 && by.top === 0) return false;
  box.scrollBy(by);
  return true;
}

function towards(at: number, from: number, to: number): number {
  if (at < from + edge) return -scrollStep;
  return at > to - edge ? scrollStep : 0;
}
