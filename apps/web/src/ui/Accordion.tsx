import { type ReactNode, useId } from 'react';

interface Entry {
  readonly key: string;
  readonly title: string;
  readonly content: ReactNode;
}

interface Props {
  readonly entries: readonly Entry[];
  /** Key of the open entry: at most one. */
  readonly open: string | null;
  readonly onToggle: (key: string) => void;
}

export function Accordion({ entries, open, onToggle }: Props) {
  return (
    <div className="accordion">
      {entries.map(({ key, title, content }) => (
        <AccordionItem key={key} title={title} isOpen={key === open} onToggle={() => onToggle(key)}>
          {content}
        </AccordionItem>
      ))}
    </div>
  );
}

function AccordionItem({ title, isOpen, onToggle, children }: { readonly title: string; readonly isOpen: boolean; readonly onToggle: () => void; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div className="accordion-item">
      <h2 className="accordion-header" id={`${id}-title`}>
        <button type="button" className={`accordion-button ${isOpen ? '' : 'collapsed'}`} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          {title}
        </button>
      </h2>
      <div id={id} className="accordion-collapse" role="region" aria-labelledby={`${id}-title`} hidden={!isOpen}>
        <div className="accordion-body">{children}</div>
      </div>
    </div>
  );
}
