import { expect, test } from 'vitest';
import { fillIn, unknownPlaceholders } from './placeholders.ts';

const values = { nome: 'Ada', servizio: 'SCIA', ufficio: 'SUAP', comune: 'Vinchio', quando: 'giovedì', codice: 'K7QM-3XRT', telefono: '0141 000 010' };

test.each([
  ['{nome}, {quando}', []],
  ['{nomme} e {nome}', ['{nomme}']],
  ['{ nome } {Nome}', ['{ nome }', '{Nome}']],
  ['una { sola, e un’altra }', ['{ sola, e un’altra }']],
  ['aperta {nome', ['{']],
  ['{{nome}}', ['{', '}']],
  ['{nomme} {nomme}', ['{nomme}']],
  ['senza niente', []],
])('in %j no placeholders are %j', (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown));

test('placeholders are filled in, each time that they stand there, and what they say is not looked at again', () => {
  expect(fillIn('{nome}: {servizio} a {comune}, {nome}', { ...values, servizio: '{comune}', comune: 'Vinchio' })).toBe('Ada: {comune} a Vinchio, Ada');
});

test('one that is empty takes its space along', () => {
  expect(fillIn('Buongiorno {nome}, la aspettiamo', { ...values, nome: '' })).toBe('Buongiorno, la aspettiamo');
  expect(fillIn('{nome} la aspettiamo', { ...values, nome: '' })).toBe('la aspettiamo');
});

test('a value with a dollar sign is said as it is', () => {
  expect(fillIn('{servizio}', { ...values, servizio: '$& e $1' })).toBe('$& e $1');
});
