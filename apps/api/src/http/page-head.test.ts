import { expect, test } from 'vitest';
import { type PageHead, withHead } from './page-head.ts';

const html = '<head>\n    <meta name="description" content="Prenota." />\n    <title>Sportello</title>\n  </head>';
const head: PageHead = { status: 200, title: 'CILA', description: 'Prima dei lavori.', siteName: 'Unione', address: 'https://example.org/servizi/cila' };

test('a page has its own title, description, address and preview', () => {
  const page = withHead(html, head);
  expect(page).toContain('<title>CILA</title>');
  expect(page).toContain('<meta name="description" content="Prima dei lavori." />');
  expect(page).toContain('<link rel="canonical" href="https://example.org/servizi/cila" />');
  expect(page).toContain('<meta property="og:title" content="CILA" />');
  expect(page).not.toContain('noindex');
});

test('a page that is nothing for others says so, and has no preview', () => {
  const page = withHead(html, { ...head, address: null });
  expect(page).toContain('<meta name="robots" content="noindex" />');
  expect(page).not.toMatch(/og:|canonical/);
});

test.each(['</title><script>alert(1)</script>', '"><script>alert(1)</script>', '$& $1 $`', "L'ufficio & gli altri"])('a name such as %j stays a name', (title) => {
  const page = withHead(html, { ...head, title, description: title });
  expect(page).not.toContain('<script');
  const said = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
  expect(said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(title);
});
