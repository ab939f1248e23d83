import { expect, it } from 'vitest';
import { agenda, calendar, day, item } from './agenda.fixture.ts';
import { cellsOf, columnsOf, frameOf } from './grid.ts';
import { placeOf, stepTo, stopsOf } from './stops.ts';

const columns = columnsOf(agenda([item('a', 540, 600), item('b', 600, 605), item('c', 605, 610)], [calendar('one'), calendar('two')]), [day], ['one', 'two']);
const stops = columns.map((column) => stopsOf(cellsOf(column, frameOf(columns))));
const nine = { column: 0, at: 4 };

it('the arrows go over an appointment at once, and through what shares a quarter of an hour', () => {
  expect(stops[0]?.slice(4, 8).map(({ row, thing }) => [row, thing?.start ?? null])).toEqual([
    [4, 540],
    [8, 600],
    [8, 605],
    [9, null],
  ]);
  expect(stepTo(stops, nine, 'ArrowDown')).toEqual({ column: 0, at: 5 });
  expect(stepTo(stops, { column: 0, at: 0 }, 'ArrowUp')).toBeNull();
});

it('the arrows to the side stay at the same time', () => {
  expect(stepTo(stops, { column: 0, at: 5 }, 'ArrowRight')).toEqual({ column: 1, at: 8 });
  expect(stepTo(stops, { column: 1, at: 6 }, 'ArrowLeft')).toEqual(nine);
  expect(stepTo(stops, { column: 1, at: 6 }, 'ArrowRight')).toBeNull();
  expect(stepTo(stops, { column: 1, at: 6 }, 'Home')).toEqual(nine);
  expect(stepTo(stops, nine, 'PageDown')).toEqual({ column: 0, at: 5 });
  expect(placeOf(stops[1] ?? [], 99)).toBe(39);
});
