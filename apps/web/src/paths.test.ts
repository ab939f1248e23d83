import { expect, it } from 'vitest';
import { paths } from './paths.ts';

const choice = { municipality: '005066', service: 'informazioni-scia', channel: 'video' } as const;

const withParameter = ['service', 'office', 'municipality', 'lifeEvent', 'appointment', 'moveAppointment', 'checkDevices', 'room'];

it('is the map of the site', () => {
  const siteMap = Object.entries(paths).map(([name, path]) => {
    const link = path as (value?: string) => string;
    return [name, link(withParameter.includes(name) ? 'x' : undefined)];
  });
  expect(Object.fromEntries(siteMap)).toMatchInlineSnapshot(`
    {
      "accessibility": "/accessibilita",
      "appointment": "/appuntamento/x",
      "book": "/prenota",
      "bookDetails": "/prenota/dettagli",
      "bookDone": "/prenota/fatto",
      "bookPerson": "/prenota/richiedente",
      "bookPlace": "/prenota/luogo",
      "bookSummary": "/prenota/riepilogo",
      "bookTime": "/prenota/orario",
      "checkDevices": "/appuntamento/x/prova",
      "faq": "/domande-frequenti",
      "figures": "/cifre",
      "findAppointment": "/appuntamento",
      "guestRoom": "/stanza",
      "home": "/",
      "invitation": "/invito",
      "legalNotes": "/note-legali",
      "lifeEvent": "/eventi-della-vita/x",
      "moveAppointment": "/appuntamento/x/sposta",
      "municipalities": "/comuni",
      "municipality": "/comuni/x",
      "office": "/uffici/x",
      "offices": "/uffici",
      "personalArea": "/area-personale",
      "privacy": "/privacy",
      "report": "/segnala",
      "room": "/appuntamento/x/stanza",
      "service": "/servizi/x",
      "services": "/servizi",
    }
  `);
});

it('carries a choice along every step of a booking', () => {
  expect(paths.book(choice)).toBe('/prenota?comune=005066&servizio=informazioni-scia&modalita=video');
  expect(paths.bookTime({ service: choice.service })).toBe('/prenota/orario?servizio=informazioni-scia');
});

it('writes what was searched into the address', () => {
  expect(paths.services({ words: 'aprire un’attività', office: 'suap' })).toBe('/servizi?q=aprire+un%E2%80%99attivit%C3%A0&ufficio=suap');
  expect(paths.services({ words: '', lifeEvent: undefined })).toBe('/servizi');
});

it('keeps a strange word inside its own part of the address', () => {
  expect(paths.service('a/b?c#d')).toBe('/servizi/a%2Fb%3Fc%23d');
});
