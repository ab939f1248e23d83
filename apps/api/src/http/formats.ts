import { isEmail, isName, isTaxCode, normalizeEmail, normalizeName, normalizeTaxCode } from '@sportello/contract';
import { normalizePhone } from '../people/phone.ts';
import type { Said } from './problems.ts';

interface TextFormat {
  readonly isRight: (text: string) => boolean;
  readonly mend: Said;
}

const control = /\p{Cc}/u;
const controlButLines = /[^\P{Cc}\n\r\t]/u;

function isLine(text: string): boolean {
  return text.isWellFormed() && !control.test(text);
}

const instantText = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:00(\.0{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false; // no calendar has a year zero
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function isWholeMinute(text: string): boolean {
  return instantText.test(text) && isDay(text.slice(0, 10));
}

/** Where a link may lead: a page of ours, or an address of the web. Never what a browser would run. */
function isWebAddress(text: string): boolean {
  if (!isLine(text) || /\s/.test(text)) return false;
  if (text.startsWith('/')) return !text.startsWith('//') && !text.includes('\\');
  return URL.canParse(text) && ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(text).protocol);
}

/** The formats of the contract's texts: what is right, and how to mend what is not. */
export const textFormats: Readonly<Record<string, TextFormat>> = {
  id: {
    isRight: (text) => /^[!-~]{1,64}$/.test(text),
    mend: { it: 'Questo identificativo non esiste.', en: 'There is no such identifier.' },
  },
  token: { isRight: (text) => /^[!-~]+$/.test(text), mend: { it: 'Il valore non è leggibile.', en: 'The value cannot be read.' } },
  line: {
    isRight: isLine,
    mend: { it: 'Scrivi il testo su una sola riga, senza caratteri speciali invisibili.', en: 'Write the text on one line, without invisible special characters.' },
  },
  text: {
    isRight: (text) => text.isWellFormed() && !controlButLines.test(text),
    mend: { it: 'Il testo contiene caratteri speciali invisibili: riscrivilo.', en: 'The text holds invisible special characters: type it again.' },
  },
  name: {
    isRight: (text) => isLine(text) && isName(normalizeName(text)),
    mend: { it: 'Inserisci il nome, al massimo 100 caratteri.', en: 'Enter the name, 100 characters at most.' },
  },
  'email-address': {
    isRight: (text) => isLine(text) && isEmail(normalizeEmail(text)),
    mend: { it: 'Inserisci un indirizzo e-mail completo, per esempio nome@example.org.', en: 'Enter a whole e-mail address, such as name@example.org.' },
  },
  phone: {
    isRight: (text) => normalizePhone(text) !== null,
    mend: {
      it: 'Inserisci un numero di telefono completo di prefisso, per esempio 0141 123456 o 333 1234567.',
      en: 'Enter a whole phone number, such as 0141 123456, 333 1234567 or +44 20 7946 0000.',
    },
  },
  'tax-code': {
    isRight: (text) => isTaxCode(normalizeTaxCode(text)),
    mend: {
      it: 'Il codice fiscale non è corretto: controlla i 16 caratteri (o le 11 cifre) sulla tessera sanitaria.',
      en: 'The tax code is not right: check its 16 characters (or 11 digits) on the health card.',
    },
  },
  'whole-minute': {
    isRight: isWholeMinute,
    mend: {
      it: 'Scrivi un istante ISO 8601 al minuto intero, con il fuso: per esempio 2026-12-01T09:00:00+01:00.',
      en: 'Write an ISO 8601 instant on a whole minute, with its offset: such as 2026-12-01T09:00:00+01:00.',
    },
  },
  'host-name': {
    isRight: (text) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9]\d{0,4})?$/i.test(text),
    mend: { it: 'Scrivi solo il nome del server, senza https:// e senza barre: per esempio video.unione.it.', en: 'Write the name of the server alone, without https:// and slashes: such as video.example.org.' },
  },
  'day-of-year': {
    isRight: (text) => isDay(`2024-${text}`), // a leap year: the 29th of February is a feast somewhere
    mend: { it: 'Scrivi mese e giorno, per esempio 02-03 per il 3 febbraio.', en: 'Write month and day, such as 02-03 for the 3rd of February.' },
  },
  slug: {
    isRight: (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
    mend: { it: 'Usa solo lettere minuscole senza accenti, cifre e trattini: per esempio ufficio-tecnico.', en: 'Use small letters without accents, digits and hyphens alone: such as planning-office.' },
  },
  'web-address': {
    isRight: isWebAddress,
    mend: { it: 'Scrivi un indirizzo completo, per esempio https://www.comune.it/pagina, o una pagina del sito che inizia con /.', en: 'Write a whole address, such as https://www.example.org/page, or a page of this site that begins with /.' },
  },
  'postal-code': { isRight: (text) => /^\d{5}$/.test(text), mend: { it: 'Il CAP ha cinque cifre.', en: 'A postal code has five digits.' } },
  province: { isRight: (text) => /^[A-Z]{2}$/.test(text), mend: { it: 'La sigla della provincia ha due lettere, per esempio AT.', en: 'The sign of a province has two letters, such as AT.' } },
  sha256: { isRight: (text) => /^[0-9a-f]{64}$/.test(text), mend: { it: 'Servono 64 cifre esadecimali.', en: 'It needs 64 hexadecimal digits.' } },
  base64: { isRight: (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), mend: { it: 'Non è scritto in base64.', en: 'It is not written in base64.' } },
  'istat-code': { isRight: (text) => /^\d{6}$/.test(text), mend: { it: 'Il codice ISTAT ha sei cifre.', en: 'The ISTAT code has six digits.' } },
  'cadastral-code': { isRight: (text) => /^[A-Z]\d{3}$/.test(text), mend: { it: 'Il codice catastale ha una lettera e tre cifre, per esempio F336.', en: 'The cadastral code has one letter and three digits, such as F336.' } },
  'area-code': { isRight: (text) => /^0\d{1,4}$/.test(text), mend: { it: 'Il prefisso inizia con 0, per esempio 0141.', en: 'The prefix begins with 0, such as 0141.' } },
  coordinate: {
    isRight: (text) => /^-?\d{1,3}(\.\d{1,8})?$/.test(text) && Math.abs(Number(text)) <= 180,
    mend: { it: 'Scrivi i gradi con il punto, per esempio 44.7779.', en: 'Write degrees with a point, such as 44.7779.' },
  },
  day: { isRight: isDay, mend: { it: 'Scrivi un giorno che esiste, per esempio 2026-12-01.', en: 'Write a day that exists, such as 2026-12-01.' } },
};
