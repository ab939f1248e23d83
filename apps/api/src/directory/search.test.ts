import { describe, expect, it, test } from 'vitest';
import { buildServiceSearch, type SearchableService } from './search.ts';

const services = [
  service('scia', 'SCIA: informazioni e assistenza', 'SUAP', ['aprire un negozio', 'avviare un’attività'], {
    summary: 'Parla con il SUAP prima di aprire, modificare o chiudere un’attività.',
    body: 'La segnalazione certificata di inizio attività si presenta nel portale Impresa in un giorno.',
  }),
  service('suolo-pubblico', 'Occupazione di suolo pubblico', 'SUAP', ['dehors', 'tavolini', 'mercato', 'banco'], {
    summary: 'Tavolini, banchi, ponteggi e traslochi su strade e piazze.',
    body: 'Per i negozi e i bar che vogliono mettere tavolini all’aperto.',
  }),
  service('permesso-costruire', 'Permesso di costruire', 'SUE', ['licenza edilizia', 'nuova casa', 'ampliamento'], {
    summary: 'Per nuove costruzioni, ampliamenti e ristrutturazioni importanti.',
  }),
  service('cila', 'CILA: lavori in casa', 'SUE', ['ristrutturare', 'manutenzione straordinaria', 'muro interno'], {
    summary: 'Comunicazione di inizio lavori asseverata, nell’ambito dell’edilizia privata.',
  }),
  service('accesso-atti', 'Accesso agli atti edilizi', 'Ufficio tecnico', ['planimetria', 'copia del progetto', 'archivio'], {
    summary: 'Vedi o copia le pratiche edilizie di un immobile.',
  }),
  service('cdu', 'Certificato di destinazione urbanistica', 'Ufficio tecnico', ['CDU', 'rogito', 'terreno'], {
    summary: 'Serve al notaio per vendere un terreno.',
  }),
  service('carta-identita', "Carta d'identità elettronica", 'Punto risposte', ['CIE', 'documento'], {
    summary: 'Richiesta, rinnovo, furto e smarrimento.',
  }),
  service('residenza', 'Cambio di residenza', 'Punto risposte', ['trasloco', 'cambiare indirizzo', 'nuovo abitante'], {
    summary: 'Per chi arriva da un altro comune o dall’estero, o cambia casa nello stesso comune.',
  }),
  service('anagrafe', 'Certificati anagrafici', 'Punto risposte', ['stato di famiglia', 'nascita', 'matrimonio'], {
    summary: 'Nascita, residenza, stato di famiglia e altri certificati.',
  }),
  service('spid', 'SPID: attivazione e aiuto', 'Amico digitale', ['identità digitale', 'password', 'app'], {
    summary: 'Ti aiutiamo ad attivare e usare l’identità digitale.',
    body: 'Porta un documento e la tessera sanitaria.',
  }),
  service('pagopa', 'Pagare con pagoPA', 'Amico digitale', ['tasse', 'multe', 'bollettino', 'IUV'], {
    summary: 'Ti mostriamo come pagare un avviso.',
  }),
  service('stranieri', 'Cittadini stranieri', 'Punto risposte', ['permesso di soggiorno', 'cittadinanza'], {
    summary: 'Dichiarazione di dimora abituale e giuramento.',
  }),
];

const search = buildServiceSearch(services, 'it');

describe('in their own words people find first', () => {
  test.each([
    ['aprire un negozio', 'scia'],
    ['vorrei aprire un negozio', 'scia'],
    ['come si fa ad avviare un’attività?', 'scia'],
    ['scia', 'scia'],
    ['SCIA', 'scia'],
    ['S.C.I.A.', 'scia'],
    ['spid', 'spid'],
    ['spidd', 'spid'],
    ['identità digitale', 'spid'],
    ["carta identita'", 'carta-identita'],
    ['carta d’identita', 'carta-identita'],
    ["CARTA D'IDENTITÀ", 'carta-identita'],
    ['carta identità', 'carta-identita'],
    ['rinnovare la carta', 'carta-identita'],
    ['c.i.e.', 'carta-identita'],
    ['permesso costruire', 'permesso-costruire'],
    ['permessi di costruzione', 'permesso-costruire'],
    ['licenze edilizie', 'permesso-costruire'],
    ['permesso soggiorno', 'stranieri'],
    ['cittadina straniera', 'stranieri'],
    ['cambio residenzza', 'residenza'],
    ['cambiare la residenza', 'residenza'],
    ['devo fare il cambio di residneza', 'residenza'],
    ['traslochi', 'residenza'],
    ['certificato anagrafico', 'anagrafe'],
    ['certificati anagrafici', 'anagrafe'],
    ['certifiacto di nascita', 'anagrafe'],
    ['certificato destinazione urbanistica', 'cdu'],
    ['pratica edilizia', 'accesso-atti'],
    ['tavolino', 'suolo-pubblico'],
    ['pagare una multa', 'pagopa'],
    ['pago pa', 'pagopa'],
  ])('for %j: %s', (q, id) => {
    expect(search(q)[0]).toBe(id);
  });
});

describe('the words', () => {
  it('may be plural or singular, masculine or feminine', () => {
    for (const [one, other] of [
      ['certificati anagrafici', 'certificato anagrafico'],
      ['negozio', 'negozi'],
      ['residenza', 'residenze'],
      ['pratica edilizia', 'pratiche edilizie'],
      ['straniero', 'stranieri'],
      ['multa', 'multe'],
    ] as const) {
      expect(search(one).length).toBeGreaterThan(0);
      expect(search(one)).toEqual(search(other));
    }
  });

  it('may be unfinished, as while typing', () => {
    for (const q of ['resi', 'residen', 'residenz', 'cambio resid']) expect(search(q)).toContain('residenza');
    expect(search('cert')).toEqual(expect.arrayContaining(['anagrafe', 'cdu']));
  });

  it('may have their letters swapped', () => {
    expect(search('ngeozio')).toContain('scia');
  });

  it('are found inside an elision', () => {
    expect(search('edilizia privata')[0]).toBe('cila');
    expect(search('nell’edilizia')).toContain('cila');
  });

  it('count more in the name than in the other words, and more there than in the text', () => {
    const named = buildServiceSearch(
      [
        service('text', 'Uno', '', [], { body: 'tributi' }),
        service('summary', 'Due', '', [], { summary: 'tributi' }),
        service('keyword', 'Tre', '', ['tributi']),
        service('name', 'Tributi', '', []),
      ],
      'it',
    );
    expect(named('tributi')).toEqual(['name', 'keyword', 'summary', 'text']);
  });

  it('narrow the answer when all of them are found, and widen it otherwise', () => {
    expect(search('permesso costruire')).toEqual(['permesso-costruire']);
    expect(search('permesso astronave')).toEqual(expect.arrayContaining(['permesso-costruire', 'stranieri']));
  });

  it('that nobody wrote anywhere find nothing', () => {
    expect(search('astronave')).toEqual([]);
    expect(search('zzzzzz')).toEqual([]);
    expect(search('2026')).toEqual([]);
    expect(search('constructor __proto__')).toEqual([]);
  });

  it('find the office too', () => {
    expect(search('ufficio tecnico')).toEqual(expect.arrayContaining(['accesso-atti', 'cdu']));
  });
});

describe('without words to go by', () => {
  const all = services.map(({ id }) => id);

  test.each(['', '   ', '?!', '\u0000', 'come si fa', 'il', "l'"])('%j shows every service in the given order', (q) => {
    expect(search(q)).toEqual(all);
  });

  it('nothing is found where there is nothing', () => {
    expect(buildServiceSearch([], 'it')('')).toEqual([]);
    expect(buildServiceSearch([], 'it')('residenza')).toEqual([]);
  });
});

describe('a strange query', () => {
  test.each([
    'a'.repeat(100_000),
    'parola '.repeat(20_000),
    "'".repeat(50_000),
    '\u0301'.repeat(50_000),
    'a.'.repeat(50_000),
    '😀 𠮷 \ud800',
    '* OR 1=1; --',
    '<script>alert(1)</script>',
    '(((((',
    '\ufdfa'.repeat(200), // one character that unfolds into eighteen
  ])('is answered quickly and without an error (%#)', (q) => {
    const started = performance.now();
    expect(Array.isArray(search(q))).toBe(true);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('in English', () => {
  const inEnglish = buildServiceSearch(
    [
      service('business', 'Opening a business', 'One-stop shop', ['shop', 'company', 'start-up']),
      service('permit', 'Building permit', 'Building office', ['extension', 'new house']),
      service('residence', 'Change of residence', 'Help desk', ['moving house', 'new address']),
      service('tax', 'Local taxes', 'Help desk', ['waste tax', 'property tax']),
    ],
    'en',
  );

  test.each([
    ['how do I open a shop', 'business'],
    ['companies', 'business'],
    ['building permits', 'permit'],
    ['bulding permit', 'permit'],
    ['I want to change my residence', 'residence'],
    ['property taxes', 'tax'],
  ])('%j finds %s first', (q, id) => {
    expect(inEnglish(q)[0]).toBe(id);
  });
});

function service(
  id: string,
  name: string,
  officeName: string,
  keywords: string[],
  texts: { summary?: string; body?: string } = {},
): SearchableService {
  return { id, name, officeName, keywords, summary: '', body: '', ...texts };
}
