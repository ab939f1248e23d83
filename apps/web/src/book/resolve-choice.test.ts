import { describe, expect, it } from 'vitest';
import { bookable, desk, municipality, office, place, service, way } from './booking.fixture.ts';
import { bookableKey, bookableOf, choiceOf, isServed, resolveChoice } from './resolve-choice.ts';

const other = { ...place, id: 'place-2' };
const scia = service(way(), way({ channel: 'desk', places: [place, other] }), way({ channel: 'phone', who_may_book: 'staff' }));
const directory = { municipalities: [municipality], offices: [office], service: scia };

it('a time belongs to one choice, and to no other', () => {
  expect(bookableKey(desk)).not.toBe(bookableKey({ ...desk, place: { ...place, id: 'place-2' } }));
  expect(bookableKey(bookable)).toBe(bookableKey({ ...bookable }));
});

describe('what an address has chosen', () => {
  it('is found in the directory, and written back as it was', () => {
    const choice = { municipality: '005066', service: 'scia', channel: 'desk', place: 'place-2', day: '2026-12-03' } as const;
    const chosen = resolveChoice(choice, directory);
    expect(choiceOf(chosen)).toEqual(choice);
    expect(bookableOf(chosen)).toMatchObject({ municipality: { name: 'Mombercelli' }, place: { id: 'place-2' } });
    expect(chosen.unknown).toEqual([]);
  });

  it('is passed over where nobody knows it, and said to be', () => {
    expect(resolveChoice({ municipality: '999999', channel: 'home', place: 'x' }, directory).unknown).toEqual(['municipality', 'channel']);
    expect(resolveChoice({ service: 'gone', office: 'gone' }, { ...directory, service: null }).unknown).toEqual(['office', 'service']);
    expect(resolveChoice({ channel: 'desk', place: 'gone' }, directory).unknown).toEqual(['place']);
  });

  it('leaves out what citizens may not book', () => {
    expect(resolveChoice({ channel: 'phone' }, directory).ways.map(({ channel }) => channel)).toEqual(['video', 'desk']);
  });

  it('is chosen already where there is only one possibility', () => {
    const onlyDesk = { ...directory, service: service(way({ channel: 'desk', places: [place] })) };
    expect(choiceOf(resolveChoice({ municipality: '005066', service: 'scia' }, onlyDesk))).toMatchObject({ channel: 'desk', place: 'place-1' });
  });

  it('is not whole without a place for the desk, nor in a comune that the office does not serve', () => {
    const elsewhere = { ...municipality, id: 'm-2', istat_code: '005001' };
    const chosen = resolveChoice({ municipality: '005001', channel: 'video' }, { ...directory, municipalities: [elsewhere] });
    expect(isServed(chosen)).toBe(false);
    expect(bookableOf(chosen)).toBeNull();
    expect(bookableOf(resolveChoice({ municipality: '005066', channel: 'desk' }, directory))).toBeNull();
  });
});
