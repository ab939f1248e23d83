import { channels, type Language, languages, type MessageName, messageNames } from '@sportello/contract';
import { describe, expect, test } from 'vitest';
import { messageContext } from './context.fixture.ts';
import { writeMessage } from './write-message.ts';

const every = messageNames.flatMap((name) => languages.flatMap((language) => channels.map((channel) => [name, language, channel] as const)));
const isOver = (name: MessageName) => name === 'cancelled' || name === 'cancelled-by-desk' || name === 'refused';
const stateAfter = (name: MessageName) => (name === 'refused' ? 'refused' : isOver(name) ? 'cancelled' : 'confirmed');
const when = { it: 'giovedì 3 dicembre 2026, dalle ore 10:00 alle ore 10:30', en: 'Thursday 3 December 2026, from 10:00 to 10:30' };
const phone = '0141 000012';
const secret = 'AZmqAAAAcACAAAAAAAAAAc4rN2sFqTzW8hYc0Jm1uVx5oKd3';

describe.each(every)('%s in %s by %s', (name, language, channel) => {
  const context = messageContext({ language, channel, state: stateAfter(name) });
  const { subject, text, html } = writeMessage(name, context);

  test('says what it is about, with nothing left unsaid', () => {
    expect(subject).not.toBe('');
    for (const written of [subject, text, html]) expect(written).not.toMatch(/\b(undefined|null|NaN)\b|\[object|\$\{/);
    expect(text).toContain(when[language]);
    for (const body of [text, html]) {
      expect(body).toContain('K7QM-3XRT');
      expect(body).toContain('Informazioni su una SCIA');
      expect(body).toContain(phone);
      expect(body).toContain(language === 'it' ? 'Non rispondere a questa e-mail' : 'Do not reply to this e-mail');
    }
  });

  test(isOver(name) ? 'offers to book again, without the secret' : 'carries our own link, secret and all', () => {
    for (const body of [text, html]) {
      expect(body).toContain(isOver(name) ? context.bookAgainLink : context.manageLink);
      expect(body.includes(secret)).toBe(!isOver(name));
      expect([...body.matchAll(/https?:\/\/([^/]+)/g)].every(([, host]) => host === 'sportello.example.org')).toBe(true);
    }
  });

  test('brings nothing from elsewhere and runs nothing', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|table)\b|url\(|src=|@import/i);
    expect(html).toContain(`<html lang="${language}">`);
    expect([...html.matchAll(/font-size:(\d+)px/g)].every(([, px]) => Number(px) >= 16)).toBe(true);
  });
});

test.each<[string, string, Parameters<typeof messageContext>[0]]>([
  ['a video call says what to do when the video fails', 'Se il video non funziona, chiama il numero 0141 000012', { channel: 'video' }],
  ['a phone call shows only the end of the number', 'termina con 123', { channel: 'phone' }],
  ['a desk has its address', 'Dove: Municipio di Mombercelli, Via di Prova 2, 14047 Mombercelli (AT)', { channel: 'desk' }],
  ['a visit has the address of the home', 'Dove: Via Roma 12/A, 14047 Mombercelli', { channel: 'home' }],
  ['what to bring is there', 'Che cosa portare\nSe li hai:\n- un documento d’identità;', { channel: 'desk' }],
  ['until when to move', 'spostare l’appuntamento fino a mercoledì 2 dicembre 2026, ore 10:00 e annullarlo', {}],
  ['until when to cancel', 'e annullarlo fino a giovedì 3 dicembre 2026, ore 06:00. Più tardi, telefonaci.', {}],
  ['once moving is over, cancelling only', 'Puoi annullare l’appuntamento fino a giovedì 3', { moveUntil: null }],
  ['moving only, where the rules are so', 'ore 10:00. Per annullarlo, telefonaci.', { cancelUntil: null }],
  ['once both are over, the phone', 'per spostarlo o annullarlo chiama il numero 0141 000012', { moveUntil: null, cancelUntil: null }],
  ['the union’s number where the office has none', 'Chiama il numero 0141 000010', { office: { name: 'SUAP', phone: '' } }],
])('a confirmation: %s', (_, expected, change) => {
  expect(writeMessage('confirmation', messageContext(change)).text).toContain(expected);
});

test('the office says that it moved or cancelled, and why in its own words; a citizen is not told their own reason', () => {
  const moved = writeMessage('moved-by-desk', messageContext({})).text;
  expect(moved).toContain('l’ufficio ha dovuto cambiare il tuo appuntamento');
  const cancelled = messageContext({ state: 'cancelled', cancellationReason: 'L’operatrice <b>è malata</b>.' });
  expect(writeMessage('cancelled-by-desk', cancelled).text).toContain('Il motivo\nL’operatrice <b>è malata</b>.');
  expect(writeMessage('cancelled-by-desk', cancelled).html).not.toContain('<b>è malata');
  expect(writeMessage('cancelled', cancelled).text).not.toContain('malata');
});

test('the phone of the person never leaves whole', () => {
  for (const channel of channels) {
    const { text, html } = writeMessage('confirmation', messageContext({ channel }));
    for (const body of [text, html]) expect(body.replaceAll(' ', '')).not.toContain('3331234123');
  }
});

test('the first of a month is written as people say it', () => {
  const context = messageContext({ startsAt: Date.parse('2027-04-01T08:00:00Z'), endsAt: Date.parse('2027-04-01T08:30:00Z') });
  expect(writeMessage('confirmation', context).subject).toBe('Appuntamento confermato: giovedì 1° aprile 2027, ore 10:00');
  expect(writeMessage('confirmation', { ...context, language: 'en' }).subject).toBe('Appointment confirmed: Thursday 1 April 2027 at 10:00');
});

test.each([
  ['before the spring night', '2026-03-28T09:00:00+01:00', 'sabato 28 marzo 2026, ore 09:00'],
  ['after it', '2026-03-29T09:00:00+02:00', 'domenica 29 marzo 2026, ore 09:00'],
  ['after the autumn night', '2026-10-25T09:00:00+01:00', 'domenica 25 ottobre 2026, ore 09:00'],
])('nine in the morning is nine in the morning: %s', (_, written, expected) => {
  const startsAt = Date.parse(written);
  expect(writeMessage('reminder', messageContext({ startsAt, endsAt: startsAt + 1_800_000 })).subject).toBe(`Promemoria: appuntamento ${expected}`);
});

test('a request never says "confermato"', () => {
  for (const name of ['request-received', 'moved'] as const) {
    const { subject, text } = writeMessage(name, messageContext({ state: 'pending' }));
    expect(`${subject} ${text}`).not.toMatch(/confermato\b/);
    expect(text).toContain('L’ufficio deve ancora confermarlo');
  }
});

test('a refusal says why', () => {
  const { text } = writeMessage('refused', messageContext({ state: 'refused', refusalReason: 'Serve prima il parere dei vigili.' }));
  expect(text).toContain('Il motivo\nServe prima il parere dei vigili.');
});

test('a link that was asked for says how the appointment stands, and promises no change of what is over', () => {
  const { text } = writeMessage('access-link', messageContext({ state: 'cancelled' }));
  expect(text).toContain('Stato: Annullato');
  expect(text).not.toContain('Per spostare o annullare');
});

describe('what people typed stays text', () => {
  const hostile = '<script>alert("x")</script>&\'';

  test.each<Language>(['it', 'en'])('in %s', (language) => {
    const names = { service: hostile, municipality: hostile, documents: hostile, office: { name: hostile, phone } };
    const { html } = writeMessage('confirmation', messageContext({ language, ...names }));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;');
  });

  test.each([
    ['Ada', 'Gentile Ada,'],
    ['Maria Àlida', 'Gentile Maria Àlida,'],
    ['J. R.', 'Gentile J. R.,'],
    ['<b>Ada</b>', 'Buongiorno,'],
    ['Hai vinto: vai su premi.example', 'Buongiorno,'],
    ['https://premi.example', 'Buongiorno,'],
    ['chiama 899123456', 'Buongiorno,'],
    ['a'.repeat(80), 'Buongiorno,'],
  ])('nobody sends an advertisement through us: %s', (givenName, greeting) => {
    const { text } = writeMessage('confirmation', messageContext({ person: { givenName, familyName: 'Rossi', phone: null } }));
    expect(text).toContain(`${greeting}\n`);
  });
});

test('lists and paragraphs of the directory keep their form', () => {
  const { html } = writeMessage('confirmation', messageContext({ documents: 'Porta:\n- uno;\n- due.\nGrazie.' }));
  expect(html.replace(/ style="[^"]*"/g, '')).toContain('<p>Porta:</p>\n<ul>\n<li>uno;</li>\n<li>due.</li>\n</ul>\n<p>Grazie.</p>');
});

test('a tap on the number calls it', () => {
  expect(writeMessage('reminder', messageContext()).html).toContain('<a class="link" href="tel:+390141000012"');
});
