import styleSheet from '../styles/papers.scss?url';

/** Travels with the pages that show papers. */
export function PapersStyle() {
  return <link rel="stylesheet" href={styleSheet} precedence="papers" />;
}
