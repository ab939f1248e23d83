import { describe, expect, it } from 'vitest';
import { blocksOf, piecesOf } from './plain-text.ts';

describe('a text of the union', () => {
  it('has paragraphs, lists and headings', () => {
    expect(blocksOf('Uno.\n## Due\n- a\n- b\n\nTre - quattro.\n- c')).toEqual([
      { kind: 'paragraph', text: 'Uno.' },
      { kind: 'heading', text: 'Due' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'paragraph', text: 'Tre - quattro.' },
      { kind: 'list', items: ['c'] },
    ]);
  });

  it('is nothing when it is empty', () => {
    expect(blocksOf('')).toEqual([]);
    expect(blocksOf('\n \n')).toEqual([]);
  });

  it('links phone numbers, mailboxes and sites, and nothing else', () => {
    expect(piecesOf('Scrivi a rpd@example.org, o chiama lo 0141 000 010 (www.example.org), legge 241/1990.')).toEqual([
      { text: 'Scrivi a ' },
      { text: 'rpd@example.org', href: 'mailto:rpd@example.org' },
      { text: ', o chiama lo ' },
      { text: '0141 000 010', href: 'tel:+390141000010' },
      { text: ' (' },
      { text: 'www.example.org', href: 'https://www.example.org' },
      { text: '), legge 241/1990.' },
    ]);
    expect(piecesOf('Articolo 6, 12 30 e 2026.')).toEqual([{ text: 'Articolo 6, 12 30 e 2026.' }]);
  });
});
