import { describe, expect, it } from 'vitest';
import { ada, question } from './booking.fixture.ts';
import { mistakesInDetails, mistakesInPerson } from './mistakes.ts';

describe('who asks', () => {
  it('needs a name and one way to be reached', () => {
    expect(mistakesInPerson(ada, 'video')).toEqual({});
    expect(mistakesInPerson({ ...ada, 'person/email': '', 'person/phone': '333 1234567' }, 'desk')).toEqual({});
    expect(mistakesInPerson({}, 'video')).toEqual({ 'person/given_name': 'givenName', 'person/family_name': 'familyName', 'person/email': 'contact' });
  });

  it.each(['phone', 'home'] as const)('needs a phone for the channel %s', (channel) => {
    expect(mistakesInPerson({ ...ada, 'home_address/street': 'Via Roma 1', 'home_address/locality': 'Vinchio' }, channel)).toEqual({ 'person/phone': 'phoneMissing' });
  });

  it.each([
    ['person/email', 'ada@', 'email'],
    ['person/email', 'ada@posta.museum', undefined],
    ['person/phone', '0141', 'phone'],
    ['person/phone', '+39 0141 000 010', undefined],
    ['person/tax_code', 'RSSDAA80A41A479X', 'taxCode'],
    ['person/tax_code', ' ', undefined],
    ['person/given_name', '\u202eadA', 'name'],
  ])('%s %j: %s', (field, text, mistake) => {
    expect(mistakesInPerson({ ...ada, [field]: text }, 'video')[field]).toBe(mistake);
  });

  it('for another person says who and why', () => {
    expect(mistakesInPerson({ ...ada, 'on_behalf_of/kind': 'person', 'on_behalf_of/given_name': 'Bice' }, 'video')).toEqual({
      'on_behalf_of/family_name': 'familyName',
      'on_behalf_of/relation': 'relation',
    });
    expect(mistakesInPerson({ ...ada, 'on_behalf_of/kind': 'company' }, 'video')).toEqual({ 'on_behalf_of/name': 'companyName', 'on_behalf_of/relation': 'relation' });
    expect(mistakesInPerson({ ...ada, 'on_behalf_of/kind': 'none' }, 'video')).toEqual({});
  });

  it('at home says where', () => {
    expect(mistakesInPerson({ ...ada, 'person/phone': '333 1234567' }, 'home')).toEqual({ 'home_address/street': 'street', 'home_address/locality': 'locality' });
  });

  it.each([['Vinchio', 'localityElsewhere'], ['vinchio', 'localityElsewhere'], ['frazione Vinchio', undefined], ['Mombercelli', undefined], ['Noche', undefined]])('at home is in the comune that was chosen: %s', (locality, mistake) => {
    const typed = { ...ada, 'person/phone': '333 1234567', 'home_address/street': 'Via Roma 1', 'home_address/locality': locality };
    expect(mistakesInPerson(typed, 'home', ['Vinchio', 'Vaglio Serra'])['home_address/locality']).toBe(mistake);
    expect(mistakesInPerson(typed, 'desk', ['Vinchio'])).toEqual({});
  });
});

describe('what it is about', () => {
  it('is the name of the service until somebody empties it', () => {
    expect(mistakesInDetails({}, [], 'SCIA')).toEqual({});
    expect(mistakesInDetails({ topic: ' ' }, [], 'SCIA')).toEqual({ topic: 'topic' });
  });

  it.each([
    ['a required question', question(), '', 'answer'],
    ['a question that may stay empty', question({ required: false }), '', undefined],
    ['a tax code', question({ kind: 'tax_code', required: false }), 'ABC', 'taxCode'],
    ['a date', question({ kind: 'date' }), '3 dicembre', 'date'],
    ['a paper that is needed', question({ kind: 'file' }), '', 'paper'],
    ['a paper that was sent', question({ kind: 'file' }), 'f-1', undefined],
  ])('%s', (_, asked, answer, mistake) => {
    expect(mistakesInDetails({ 'answers/q-1': answer }, [asked], 'SCIA')['answers/q-1']).toBe(mistake);
  });
});
