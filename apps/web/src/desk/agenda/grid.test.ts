import { describe, expect, it } from 'vitest';
import { agenda, calendar, day, item } from './agenda.fixture.ts';
import { cellsOf, columnsOf, frameOf } from './grid.ts';
import { instantAt } from './wall-time.ts';

function cellsWith(...items: ReturnType<typeof item>[]) {
  const columns = columnsOf(agenda(items), [day], ['one']);
  return columns[0] ? cellsOf(columns[0], frameOf(columns)) : [];
}

describe('a column of the agenda', () => {
  it('is closed, open and closed again, in quarters of an hour from eight to six', () => {
    const cells = cellsWith();
    expect(cells).toHaveLength(40);
    expect(cells.map((cell) => cell.kind === 'free' && cell.standing).join(' ')).toBe([...Array(4).fill('closed'), ...Array(14).fill('open'), ...Array(22).fill('closed')].join(' '));
    expect(cells.filter((cell) => cell.kind === 'free' && cell.beginsRun).map(({ row }) => row)).toEqual([0, 4, 18]);
  });

  it('shows an appointment as long as it is, with its buffers', () => {
    const [taken] = cellsWith(item('a', 600, 630, { buffer_before_minutes: 5, buffer_after_minutes: 10 })).filter(({ kind }) => kind === 'taken');
    expect(taken).toMatchObject({ row: 7, rows: 4, things: [{ from: 595, start: 600, end: 630, to: 640 }] });
  });

  it('puts two that share a quarter of an hour into one cell', () => {
    const taken = cellsWith(item('b', 610, 640), item('a', 600, 610), item('c', 660, 675)).filter(({ kind }) => kind === 'taken');
    expect(taken.map((cell) => [cell.row, cell.rows, cell.kind === 'taken' && cell.things.length])).toEqual([
      [8, 3, 2],
      [12, 1, 1],
    ]);
  });

  it('is free again where an appointment was called off', () => {
    expect(cellsWith(item('a', 600, 630, { state: 'cancelled' })).every(({ kind }) => kind === 'free')).toBe(true);
  });

  it('begins earlier and ends later when something does', () => {
    const columns = columnsOf(agenda([item('early', 450, 480), item('late', 1110, 1130)]), [day], ['one']);
    expect(frameOf(columns)).toEqual({ first: 420, rows: 48 });
  });

  it('is absent where an absence lies, whatever is open', () => {
    const away = calendar('one', { absences: [{ id: 'x', calendar_id: 'one', starts_at: instantAt(day, 0), ends_at: instantAt(day, 600), reason: null, is_imported: false }] });
    const columns = columnsOf(agenda([], [away]), [day], ['one']);
    const cells = columns[0] ? cellsOf(columns[0], frameOf(columns)) : [];
    expect(cells.map((cell) => cell.kind === 'free' && cell.standing).slice(0, 9)).toEqual([...Array(8).fill('absent'), 'open']);
  });

  it('stands for one calendar on one day, and says why it is closed', () => {
    const columns = columnsOf(agenda([], [calendar('one'), calendar('two')], [{ day, reason: 'Patrono', calendar_ids: ['two'] }]), [day, '2026-11-26'], ['two', 'one']);
    expect(columns.map(({ key, closedFor }) => [key, closedFor])).toEqual([
      [`${day} two`, 'Patrono'],
      [`${day} one`, null],
      ['2026-11-26 two', null],
      ['2026-11-26 one', null],
    ]);
  });
});
