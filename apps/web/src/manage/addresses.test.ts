import { expect, it } from 'vitest';
import { movePath, type MoveView, readMoveView } from './addresses.ts';

it('the address of a move says what is open in it', () => {
  const view: MoveView = { place: 'p1', from: '2026-12-01', day: '2026-12-03', start: '2026-12-03T10:00:00+01:00' };
  const address = movePath('K7QM-3XRT', view);
  expect(address).toBe('/appuntamento/K7QM-3XRT/sposta?sede=p1&da=2026-12-01&giorno=2026-12-03&ora=2026-12-03T10%3A00%3A00%2B01%3A00');
  expect(readMoveView(new URL(address, 'https://example.org').searchParams)).toEqual(view);
  expect(movePath('K7QM-3XRT')).toBe('/appuntamento/K7QM-3XRT/sposta');
});

it.each(['giorno=domani', 'giorno=2026-13-45', 'ora=10:00', 'ora=2026-12-03T25:00:00Z', 'sede=%00', 'da='])('passes over %s', (query) => {
  expect(readMoveView(new URLSearchParams(query))).toEqual({});
});
