import type { ReactNode } from 'react';
import { PlainText } from '../../ui/PlainText.tsx';
import type { Section } from './sections.ts';

export function ServiceSection({ id, title, text, element, children }: Section & { readonly children?: ReactNode }) {
  return (
    <section className="service-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {text !== undefined && (
        <div data-element={element}>
          <PlainText text={text} headingLevel={3} />
        </div>
      )}
      {children}
    </section>
  );
}
