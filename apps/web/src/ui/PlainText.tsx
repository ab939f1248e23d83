import { blocksOf, piecesOf } from './plain-text.ts';

interface Props {
  readonly text: string;
  /** Level of its own headings, if it has some. */
  readonly headingLevel?: 2 | 3 | 4;
}

/** Shows a long text of the directory. What looks like HTML in it is shown as it is written. */
export function PlainText({ text, headingLevel = 2 }: Props) {
  const Heading = `h${headingLevel}` as const;
  return blocksOf(text).map((block, index) => {
    if (block.kind === 'heading') return <Heading key={index}>{block.text}</Heading>;
    if (block.kind === 'paragraph') {
      return (
        <p key={index}>
          <Line text={block.text} />
        </p>
      );
    }
    return (
      <ul key={index}>
        {block.items.map((item, at) => (
          <li key={at}>
            <Line text={item} />
          </li>
        ))}
      </ul>
    );
  });
}

function Line({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, index) =>
    piece.href ? (
      <a key={index} href={piece.href}>
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
}
