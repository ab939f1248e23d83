import { expect, test } from 'vitest';
import { contextOf, type TellableAppointment } from './context-of.ts';
import { testDirectory } from './rows.fixture.ts';

const hour = 3_600_000;
const startsAt = Date.parse('2026-12-03T09:00:00Z');
const links = { baseUrl: 'https://sportello.example.org', manageLink: ({ code }: { code: string }) => `link of ${code}` };
const person = { givenName: 'Ada', familyName: 'Rossi', phone: null };
const appointment: TellableAppointment = {
  id: 'a', code: 'K7QM3XRT', state: 'confirmed', sequence: 2, linkGeneration: 0, serviceId: 'scia', officeId: 'suap', channel: 'desk',
  municipalityId: 'mombercelli', placeId: 'town-hall', startsAt, endsAt: startsAt + hour / 2, moveCutoffMinutes: 1440, cancelCutoffMinutes: 240,
  homeStreet: null, homePostalCode: null, homeLocality: null, cancelReason: null,
};

function context(change: Partial<TellableAppointment> = {}, now = 0) {
  return contextOf({ ...appointment, ...change }, person, testDirectory, links, 'it', now);
}

test('an appointment is told of with the words of the directory', () => {
  expect(context()).toMatchObject({
    service: 'Informazioni su una SCIA',
    office: { name: 'SUAP', phone: '+390141000012' },
    municipality: 'Mombercelli',
    place: { name: 'Municipio', address: 'Via di Prova 2, 14047 Mombercelli (AT)' },
    bookAgainLink: 'https://sportello.example.org/?servizio=informazioni-scia',
  });
  expect(contextOf(appointment, person, testDirectory, links, 'en', 0)).toMatchObject({ language: 'en', service: 'Informazioni su una SCIA (en)' });
});

test.each(['K7QM3XRT', 'K7QM-3XRT'])('the code %s is shown in two groups, and the link is made from it as it is kept', (code) => {
  const pageAddress = 'https://sportello.example.org/appuntamento/K7QM-3XRT';
  expect(context({ code })).toMatchObject({ code: 'K7QM-3XRT', manageLink: `link of ${code}`, pageAddress });
});

test('the links of an English message open the site in English, the Italian ones as the reader left it', () => {
  const manageLink = () => 'https://sportello.example.org/appuntamento/K7QM-3XRT#secret';
  const linksIn = (language: 'it' | 'en') => contextOf(appointment, person, testDirectory, { ...links, manageLink }, language, 0);
  expect(linksIn('en')).toMatchObject({
    manageLink: 'https://sportello.example.org/appuntamento/K7QM-3XRT?lingua=en#secret',
    pageAddress: 'https://sportello.example.org/appuntamento/K7QM-3XRT?lingua=en',
    bookAgainLink: 'https://sportello.example.org/?servizio=informazioni-scia&lingua=en',
  });
  expect(linksIn('it').manageLink).toBe(manageLink());
});

test('what can no longer be done by the link is not offered', () => {
  const offered = (hoursBefore: number) => {
    const { moveUntil, cancelUntil } = context({}, startsAt - hoursBefore * hour);
    return [moveUntil !== null, cancelUntil !== null];
  };
  // At the very cut-off it still can be done, as the API decides too.
  expect([offered(24), offered(23.99), offered(4), offered(3.99)]).toEqual([[true, true], [false, true], [false, true], [false, false]]);
});

test('a reason is repeated only where an official gave it', () => {
  expect(context({ state: 'refused', cancelReason: 'Manca un allegato.' }).refusalReason).toBe('Manca un allegato.');
  expect(context({ state: 'cancelled', cancelReason: 'Sono malata.' }).refusalReason).toBeNull();
});

test.each([
  ['Via Roma 12/A', 'Via Roma 12/A, 14047 Mombercelli'],
  ['C.so Alfieri 123', 'C.so Alfieri 123, 14047 Mombercelli'],
  ['Vai su www.premi', null],
  ['premi.example/vinci', null],
])('the address of a visit: %s', (homeStreet, expected) => {
  expect(context({ channel: 'video', placeId: null, homeStreet, homePostalCode: '14047', homeLocality: 'Mombercelli' }).homeAddress).toBe(expected);
});

test('an appointment of something that the directory does not know is a bug, and says so', () => {
  expect(() => context({ serviceId: 'unknown' })).toThrow('does not know the service');
});
