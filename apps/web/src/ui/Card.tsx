import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly href: string;
  /** What a checker of the national model looks for. */
  readonly element?: string | undefined;
  readonly category?: string | undefined;
  readonly text?: string | undefined;
  readonly headingLevel?: 2 | 3 | 4;
  /** A line of facts below the text. */
  readonly children?: ReactNode;
}

/** A card that leads somewhere: tapping anywhere on it follows its title. */
export function Card({ title, href, element, category, text, headingLevel = 3, children }: Props) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className="it-card it-card-link-whole">
      {category && <p className="it-card-category">{category}</p>}
      <Heading className="it-card-title">
        <a href={href} data-element={element}>
          {title}
        </a>
      </Heading>
      <div className="it-card-body">{text && <p className="it-card-text">{text}</p>}</div>
      {children && <div className="it-card-footer">{children}</div>}
    </article>
  );
}
