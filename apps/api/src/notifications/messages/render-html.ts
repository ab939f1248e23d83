import { escapeHtml } from './escape-html.ts';
import type { Button, Fact, Letter, Section } from './letter.ts';
import { sheet, styles } from './styles.ts';

/** The letter as an HTML document. Every text is escaped here, and nowhere else. */
export function renderHtml(letter: Letter): string {
  return `<!DOCTYPE html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="date=no,address=no">
<title>${escapeHtml(letter.subject)}</title>
<style>${sheet}</style>
</head>
<body style="${styles.body}">
<div style="${styles.page}">
<p style="${styles.union}">${escapeHtml(letter.from)}</p>
<h1 style="${styles.title}">${escapeHtml(letter.title)}</h1>
<p style="${styles.paragraph}">${escapeHtml(letter.greeting)}<br>${escapeHtml(letter.opening)}</p>
<div style="${styles.facts}">
${letter.facts.map((fact, i) => factHtml(fact, i === letter.facts.length - 1)).join('\n')}
</div>
${buttonHtml(letter.button)}
${letter.sections.map((section) => sectionHtml(section, letter)).join('\n')}
<div style="${styles.closing}">
${byHandHtml(letter.button)}
${letter.closing.map((line) => paragraph(escapeHtml(line))).join('\n')}
</div>
</div>
</body>
</html>
`;
}

function factHtml({ label, value }: Fact, isLast: boolean): string {
  const text = `<span style="${styles.label}">${escapeHtml(label)}</span> <span style="${styles.value}">${escapeHtml(value)}</span>`;
  return `<p style="${isLast ? styles.lastFact : styles.fact}">${text}</p>`;
}

function buttonHtml({ label, href }: Button): string {
  return `<p style="${styles.buttonRow}"><a href="${escapeHtml(href)}" style="${styles.button}">${escapeHtml(label)}</a></p>`;
}

function byHandHtml({ href, byHand }: Button): string {
  const address = escapeHtml(href);
  return paragraph(`${escapeHtml(byHand)}<br><a class="link" href="${address}" style="${styles.address}">${address}</a>`);
}

function sectionHtml({ heading, text }: Section, letter: Letter): string {
  const blocks = text.match(/(?:^- .*(?:\n|$))+|^(?!- ).+$/gm) ?? []; // a run of "- " lines, or one line
  const html = blocks.map((block) => (block.startsWith('- ') ? listHtml(block, letter) : paragraph(lineHtml(block, letter))));
  return `<h2 style="${styles.heading}">${escapeHtml(heading)}</h2>\n${html.join('\n')}`;
}

function listHtml(block: string, letter: Letter): string {
  const items = block.trim().split('\n').map((line) => `<li style="${styles.item}">${lineHtml(line.slice(2), letter)}</li>`);
  return `<ul style="${styles.list}">\n${items.join('\n')}\n</ul>`;
}

/** A line in which the code holds together, and a tap on the number to call calls it. */
function lineHtml(line: string, { code, phone: { text, e164 } }: Letter): string {
  const escaped = escapeHtml(line);
  const html = code === null ? escaped : escaped.replaceAll(code, `<span style="${styles.whole}">${code}</span>`);
  if (!/^\+\d{6,15}$/.test(e164)) return html;
  return html.replaceAll(text, `<a class="link" href="tel:${e164}" style="${styles.phone}">${text}</a>`);
}

function paragraph(html: string): string {
  return `<p style="${styles.paragraph}">${html}</p>`;
}
