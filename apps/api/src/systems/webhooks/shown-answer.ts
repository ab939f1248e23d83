const mostCharacters = 300;

const personal: readonly RegExp[] = [
  /[^\s@"'<>]+@[^\s@"'<>]+\.[a-z]{2,}/gi, // e-mail addresses
  /\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b/gi, // tax codes
  /\+?\d[\d .()-]{6,}\d/g, // phone numbers, and whatever looks like one
];

/** What another system answered, as one short line of text: what looks like a contact of somebody is taken out, whoever put it in. null: nothing. */
export function shownAnswer(text: string): string | null {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\uFFFD]+/gu, ' ').trim();
  const shown = personal.reduce((rest, pattern) => rest.replaceAll(pattern, '***'), line).slice(0, mostCharacters);
  return shown === '' ? null : shown;
}
