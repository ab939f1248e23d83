import { expect, it } from 'vitest';
import { somebody } from '../connection/room.fixture.ts';
import { initialsOf } from './initials.ts';
import { layoutOf } from './layout.ts';

const ada = somebody('Ada');
const bea = somebody('Bea', { role: 'official' });
const carlo = somebody('Carlo', { role: 'relative' });

it('who is alone sees themselves large', () => {
  expect(layoutOf([ada, somebody('Waiting', { is_in: false })], 'Ada')).toMatchObject({ kind: 'alone', large: [{ person: 'Ada' }], corner: null });
});

it('the others are large, and one’s own picture is small in the corner', () => {
  expect(layoutOf([ada, bea, carlo], 'Ada')).toEqual({
    kind: 'faces',
    large: [
      { person: 'Bea', what: 'camera' },
      { person: 'Carlo', what: 'camera' },
    ],
    strip: [],
    corner: { person: 'Ada', what: 'camera' },
  });
});

it('four are as large as each other', () => {
  const layout = layoutOf([ada, bea, carlo, somebody('Lin')], 'Ada');
  expect(layout.large.map(({ person }) => person)).toEqual(['Bea', 'Carlo', 'Lin', 'Ada']);
  expect(layout.corner).toBeNull();
});

it('a screen takes the stage, and all faces go beside it', () => {
  const layout = layoutOf([ada, { ...bea, screen: true }, carlo], 'Ada');
  expect(layout.large).toEqual([{ person: 'Bea', what: 'screen' }]);
  expect(layout.strip.map(({ person }) => person)).toEqual(['Bea', 'Carlo', 'Ada']);
});

it('one’s own screen is not shown to oneself', () => {
  expect(layoutOf([{ ...ada, screen: true }, bea], 'Ada').kind).toBe('faces');
});

it.each([
  ['Ada Rossi', 'AR'],
  ['Maria Rosa Conti', 'MC'],
  ['  élise ', 'É'],
  ['Operatore Risposte (demo)', 'OR'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
