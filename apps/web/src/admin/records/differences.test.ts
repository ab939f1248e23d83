import type { ContentOf } from '@sportello/contract';
import { describe, expect, test } from 'vitest';
import { it as fields } from '../../messages/record-fields.it.ts';
import { differencesOf } from './differences.ts';
import type { Words } from './say-content.ts';

const words: Words = { fields, channels: { desk: 'Allo sportello' }, language: 'it', nameOf: (id) => ({ m: 'Mombercelli', v: 'Vinchio', a: 'Agenda di Anna' })[id] ?? fields.gone };

const office: ContentOf<'office'> = { kind: 'office', slug: 'anagrafe', name: { it: 'Anagrafe', en: 'Registry' }, short_name: { it: 'Anagrafe' }, phone: '0141', email: 'a@example.org', position: 0, serves: [{ municipality_id: 'm', first_day: '2020-01-01' }] };

const said = (before: Parameters<typeof differencesOf>[0], after: Parameters<typeof differencesOf>[1]) => differencesOf(before, after, words).map(({ label, before: was, after: is }) => [label, was, is]);

describe('what differs between two versions', () => {
  test('is said field by field, each language by itself', () => {
    expect(said(office, { ...office, phone: '0142', name: { it: 'Anagrafe', en: 'Register' } })).toEqual([
      ['Nome (inglese)', ['Registry'], ['Register']],
      ['Telefono', ['0141'], ['0142']],
    ]);
  });

  test('names what a list lost and what it gained, and nothing else of it', () => {
    const serves = [{ municipality_id: 'v', first_day: '2026-02-01', last_day: '2026-12-31' }, ...office.serves];
    expect(said(office, { ...office, serves })).toEqual([['Comuni serviti', [], ['Vinchio: dal 1° febbraio 2026 al 31 dicembre 2026']]]);
  });

  test('is told of a service by its channel, in minutes, hours and days that people use', () => {
    const channel = { channel: 'desk', duration_minutes: 30, notice_minutes: 1440, moderated: false, needs: [['a']], reminder_minutes: [120] };
    // Only the fields that are looked at: a whole service would hide them.
    const service = (changed: object) => ({ kind: 'service', channels: [{ ...channel, ...changed }] }) as unknown as ContentOf<'service'>;
    expect(said(service({}), service({ notice_minutes: 2880, moderated: true, needs: [['a', 'x']], reminder_minutes: [] }))).toEqual([
      ['Allo sportello · Preavviso', ['1 giorno'], ['2 giorni']],
      ['Allo sportello · Da confermare', ['No'], ['Sì']],
      ['Allo sportello · Agende', ['Agenda di Anna'], ['Agenda di Anna oppure non esiste più']],
      ['Allo sportello · Promemoria', ['2 ore'], []],
    ]);
  });

  test('is nothing where only the writing of blanks differs', () => {
    expect(said(office, { ...office, short_name: { it: 'Anagrafe', en: '' } })).toEqual([]);
  });
});
