import type { Letter } from './letter.ts';

/** The letter as plain text: nothing is lost for who reads without HTML. Lines end in LF. */
export function renderText(letter: Letter): string {
  const { button } = letter;
  return [
    letter.title,
    `${letter.greeting}\n${letter.opening}`,
    letter.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    `${button.label}:\n${button.href}`,
    ...letter.sections.map(({ heading, text }) => `${heading}\n${text}`),
    letter.closing.join('\n'),
    '',
  ].join('\n\n');
}
