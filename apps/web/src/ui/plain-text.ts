/** A long text of the directory: one line is a paragraph, `- ` begins an item of a list, `## ` a heading. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const last = blocks.at(-1);
    if (line === '') continue;
    if (!line.startsWith('- ')) {
      blocks.push(line.startsWith('## ') ? { kind: 'heading', text: line.slice(3) } : { kind: 'paragraph', text: line });
      continue;
    }
    const item = line.slice(2);
    if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, item] };
    if (last?.kind !== 'list') blocks.push({ kind: 'list', items: [item] });
  }
  return blocks;
}

export type Piece = { readonly text: string; readonly href?: string };

// An address of e-mail, a phone number as the union writes it (0141 000 010), a web address with www.
const linkable = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b0\d{1,3}(?: \d{2,4}){2,3}\b|\bwww(?:\.[\w-]+)+/g;

/** The text in pieces, those that can be dialled, written to or visited with their link. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(linkable)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: match[0], href: linkTo(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

function linkTo(found: string): string {
  if (found.includes('@')) return `mailto:${found}`;
  return found.startsWith('www.') ? `https://${found}` : `tel:+39${found.replaceAll(' ', '')}`;
}
