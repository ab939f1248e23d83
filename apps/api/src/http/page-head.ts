/** What the head of a page says before any script runs. */
export interface PageHead {
  /** 404: there is no such page, and index.html tells so. */
  readonly status: 200 | 404;
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
  /** Its one address, for search engines and previews (RFC 6596); null: it is nothing for them. */
  readonly address: string | null;
}

/** index.html with the title and description of this page, and what previews of links read (https://ogp.me). */
export function withHead(html: string, { title, description, siteName, address }: PageHead): string {
  const tags = address === null ? ['<meta name="robots" content="noindex" />'] : [
    `<link rel="canonical" href="${inText(address)}" />`,
    property('og:type', 'website'),
    property('og:locale', 'it_IT'),
    property('og:site_name', siteName),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
  ];
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${inText(title)}</title>`)
    .replace(/<meta name="description"[^>]*>/, () => `<meta name="description" content="${inText(description)}" />\n    ${tags.join('\n    ')}`);
}

const property = (name: string, value: string) => `<meta property="${name}" content="${inText(value)}" />`;

function inText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
