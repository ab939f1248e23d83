import { ServiceContent } from '@sportello/contract';
import { describe, expect, test } from 'vitest';
import { centsOf, eurosOf } from './money.ts';
import { moved } from '../records/moved.ts';
import { copyOfService, inChannelOrder, newChannel, newChoice, newService, withRulesOf } from './new-content.ts';
import { textOfWords, wordsOf } from './words.ts';

const question = { id: 'q1', kind: 'yes_no', label: { it: 'Sicuro?' }, required: true } as const;

describe('a copy of a service', () => {
  const content = { ...newService('o1'), slug: 'scia', is_published: true, name: { it: 'SCIA', en: 'Notice' }, channels: [{ ...newChannel('video'), questions: [question] }] };
  const copy = copyOfService(content, (name) => `${name} (copia)`);

  test('is not published, and gets an address of its own from its name', () => {
    expect(copy).toMatchObject({ is_published: false, slug: '', name: { it: 'SCIA (copia)' } });
  });

  test('asks the same questions, as questions of its own', () => {
    expect(copy.channels[0]?.questions).toEqual([{ kind: 'yes_no', label: { it: 'Sicuro?' }, required: true }]);
  });
});

describe('the rules of one way for another', () => {
  const source = { ...newChannel('desk'), duration_minutes: 45, needs: [['a', 'b']], place_ids: ['p'], questions: [question], documents: { it: 'Porta le carte' } };
  const target = { ...newChannel('video'), step_minutes: 10, before_video: { it: 'Prova il microfono' } };
  const result = withRulesOf(target, source);

  test('are those of the first, with who must be free', () => {
    expect(result).toMatchObject({ channel: 'video', duration_minutes: 45, needs: [['a', 'b']] });
    expect('step_minutes' in result).toBe(false);
  });

  test('leave its places, questions and texts as they are', () => {
    expect(result).toMatchObject({ place_ids: [], questions: [], before_video: { it: 'Prova il microfono' } });
    expect('documents' in result).toBe(false);
  });
});

describe('a new service', () => {
  test('begins with the rules that are usual', () => {
    expect(newChannel('phone')).toMatchObject({ duration_minutes: 30, notice_minutes: 120, horizon_days: 60, hold_minutes: 10, move_cutoff_minutes: 1440, cancel_cutoff_minutes: 240, limit_future: 3, limit_per_day: 1, who_may_book: 'citizens' });
  });

  test('has every field that the contract asks for', () => {
    expect(Object.keys(newService())).toEqual(expect.arrayContaining(ServiceContent.required));
  });

  test('shows its ways in the order of the site', () => {
    expect(inChannelOrder([newChannel('home'), newChannel('video')]).map(({ channel }) => channel)).toEqual(['video', 'home']);
  });
});

describe('lists', () => {
  test.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, 9, 'bca'],
  ])('%i goes to place %i', (from, to, order) => {
    expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(order);
  });

  test('a new answer never takes the value of another', () => {
    expect(newChoice([{ value: 'scelta-2' }]).value).toBe('scelta-3');
  });

  test('words are read with commas or on lines, each once', () => {
    expect(wordsOf('bar, aprire un bar\nbar,  ')).toEqual(['bar', 'aprire un bar']);
    expect(textOfWords(['bar', 'negozio'])).toBe('bar, negozio');
  });
});

describe('a price', () => {
  test.each([
    [0, '0'],
    [1600, '16'],
    [1250, '12,50'],
    [5, '0,05'],
  ])('of %i cents is shown as %s', (cents, euros) => {
    expect(eurosOf(cents)).toBe(euros);
    expect(centsOf(euros)).toBe(cents);
  });

  test.each(['', 'gratis', '1,234'])('that is none (“%s”) stays as it was typed', (typed) => {
    expect(centsOf(typed)).toBe(typed);
  });

  test('may be typed with the sign of the euro', () => {
    expect(centsOf('€ 16,00')).toBe(1600);
  });
});
