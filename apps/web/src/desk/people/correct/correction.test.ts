import { describe, expect, it } from 'vitest';
import { people } from '../../../messages/people.ts';
import { deskPerson } from '../person.fixture.ts';
import { changedFields, changeOf, correctionOf, hiddenIn, isChanged, mistakesIn, withNewer } from './correction.ts';

const texts = people.it.correction;
const ada = deskPerson();
const shown = deskPerson({ email: 'ada@example.org', phone: '+390141123456', is_masked: false });

describe('a correction', () => {
  it('leaves contacts alone that are not shown', () => {
    expect(hiddenIn(ada)).toEqual(['email', 'phone']);
    expect(changeOf(ada, { ...correctionOf(ada), family_name: ' Rosso ' })).toEqual({ family_name: 'Rosso' });
  });

  it('takes away what was emptied, and adds what was missing', () => {
    expect(changeOf(shown, { ...correctionOf(shown), phone: ' ', tax_code: 'RSSDAA80A41L219X', language: 'en' })).toEqual({ phone: null, tax_code: 'RSSDAA80A41L219X', language: 'en' });
  });

  it('is none where everything is as it was', () => {
    expect(isChanged(shown, correctionOf(shown))).toBe(false);
    expect(isChanged(shown, { ...correctionOf(shown), email: '' })).toBe(true);
  });

  it('keeps what was typed when the contacts come into sight', () => {
    expect(withNewer({ ...correctionOf(ada), family_name: 'Rosso' }, ada, shown)).toEqual({ ...correctionOf(shown), family_name: 'Rosso' });
  });
});

describe('when a colleague was quicker', () => {
  const newer = deskPerson({ ...shown, given_name: 'Adele', phone: null, revision: 1 });

  it('what was typed stays and the rest follows them', () => {
    expect(withNewer({ ...correctionOf(shown), phone: '0141 999999' }, shown, newer)).toEqual({ ...correctionOf(newer), phone: '0141 999999' });
  });

  it('what they changed is told', () => {
    expect(changedFields(shown, newer)).toEqual(['given_name', 'phone']);
  });
});

it.each([
  ['natural', { given_name: '', family_name: ' ' }, { family_name: texts.nameMissing }],
  ['natural', { given_name: 'Ada', family_name: '' }, {}],
  ['legal', { company_name: '' }, { company_name: texts.companyMissing }],
  ['legal', { company_name: 'Cantina', given_name: '', family_name: '' }, {}],
] as const)('one name must stay: %s, %j', (kind, change, mistakes) => {
  expect(mistakesIn(kind, { ...correctionOf(ada), ...change }, texts)).toEqual(mistakes);
});
