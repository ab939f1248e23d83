import { expect, it } from 'vitest';
import { agenda, calendar, day, item } from './agenda.fixture.ts';
import { snap, steer } from './aim.ts';
import { columnsOf, frameOf } from './grid.ts';
import { judge } from './moves.ts';
import { instantAt } from './wall-time.ts';

const moving = item('a', 610, 640, { buffer_after_minutes: 10 });
const columns = columnsOf(agenda([moving, item('b', 690, 720)], [calendar('one'), calendar('two')]), [day], ['one', 'two']);
const frame = frameOf(columns);
const aim = { item: moving, column: 0, minute: 610, by: 'keys' } as const;

it('the arrows lead to the next quarter of an hour, and to the calendar beside', () => {
  expect(steer(aim, 'ArrowDown', columns, frame)?.minute).toBe(615);
  expect(steer(aim, 'ArrowUp', columns, frame)?.minute).toBe(600);
  expect(steer(aim, 'PageDown', columns, frame)?.minute).toBe(670);
  expect(steer(aim, 'ArrowRight', columns, frame)?.column).toBe(1);
  expect(steer(aim, 'ArrowLeft', columns, frame)).toBeNull();
  expect(steer({ ...aim, minute: 480 }, 'ArrowUp', columns, frame)).toBeNull();
});

it('what is dropped between two steps lands on the nearer one, and never outside the day', () => {
  expect(snap(moving, 608, frame)).toBe(615);
  expect(snap(moving, 100, frame)).toBe(480);
  expect(snap(moving, 1400, frame)).toBe(1050);
});

const before = Date.parse(instantAt(day, 0));
const [column] = columns;
if (!column) throw new Error('one column was made');

it('an appointment cannot go where another is, with its own margins counted in, but over itself', () => {
  expect(judge(moving, 645, column, before).taken).toBeNull();
  expect(judge(moving, 660, column, before).taken).toMatchObject({ item: { id: 'b' } });
  expect(judge(moving, 600, column, before).taken).toBeNull();
});

it('what is outside the hours, in the past, or at another place is only said', () => {
  expect(judge(moving, 735, column, before).isOutside).toBe(true);
  expect(judge(moving, 540, column, before)).toMatchObject({ isOutside: false, isPast: false, otherPlaceId: null });
  expect(judge(moving, 540, column, Date.parse(instantAt(day, 600))).isPast).toBe(true);
  const elsewhere = calendar('one', { open: [{ starts_at: instantAt(day, 540), ends_at: instantAt(day, 750), channels: ['desk'], place_id: 'vinchio' }] });
  const [there] = columnsOf(agenda([], [elsewhere]), [day], ['one']);
  expect(there && judge(item('d', 600, 630, { channel: 'desk', place_id: 'sede' }), 540, there, before).otherPlaceId).toBe('vinchio');
  expect(there && judge(moving, 540, there, before).isOutside).toBe(true);
});
