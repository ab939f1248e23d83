import { dayOfWeek } from '@sportello/scheduling';
import { expect, test } from 'vitest';
import { easterOf, holidaysOf } from './holidays.ts';

test.each([
  '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21',
  '2031-04-13', '2032-03-28', '2033-04-17', '2034-04-09', '2035-03-25',
])('Easter falls on %s', (day) => {
  expect(easterOf(Number(day.slice(0, 4)))).toBe(day);
});

test.each([
  ['the earliest there can be', '1818-03-22'],
  ['the latest there can be', '1943-04-25'],
  ['the latest again', '2038-04-25'],
  ['the century that is no leap year', '1900-04-15'],
  ['the one that is', '2000-04-23'],
  ['the next that is not', '2100-03-28'],
  ['the full moon moved by the second correction', '1954-04-18'],
  ['the full moon moved by the first correction', '1981-04-19'],
  ['the corrections in our century', '2049-04-18'],
  ['and once more', '2076-04-19'],
  ['a year of our own past', '2019-04-21'],
  ['the year before last', '2024-03-31'],
])('Easter: %s (%s)', (_, day) => {
  expect(easterOf(Number(day.slice(0, 4)))).toBe(day);
});

test('Easter is a Sunday from 22 March to 25 April, and the next day is a holiday too', () => {
  for (let year = 1900; year <= 2300; year += 1) {
    const easter = easterOf(year);
    expect(dayOfWeek(easter)).toBe(7);
    expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    const monday = holidaysOf(year).find(({ name }) => name.en === 'Easter Monday');
    expect(dayOfWeek(monday?.day ?? '')).toBe(1);
  }
});

test('the holidays of a year come by day', () => {
  expect(holidaysOf(2026).map(({ day }) => day)).toEqual([
    '2026-01-01', '2026-01-06', '2026-04-05', '2026-04-06', '2026-04-25', '2026-05-01', '2026-06-02', '2026-08-15',
    '2026-10-04', '2026-11-01', '2026-12-08', '2026-12-25', '2026-12-26',
  ]);
});

test('4 October is a holiday from 2026 on', () => {
  expect(holidaysOf(2025).some(({ day }) => day === '2025-10-04')).toBe(false);
  expect(holidaysOf(2026).some(({ day }) => day === '2026-10-04')).toBe(true);
  expect(holidaysOf(2040).some(({ day }) => day === '2040-10-04')).toBe(true);
});

test('each holiday has a name in both languages', () => {
  for (const { name } of holidaysOf(2026)) expect(name.it !== '' && name.en !== '').toBe(true);
  expect(holidaysOf(2026).find(({ day }) => day === '2026-04-06')?.name).toEqual({ it: "Lunedì dell'Angelo", en: 'Easter Monday' });
});
