import { useId, useState } from 'react';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface Props {
  readonly entries: readonly { readonly id: string; readonly title: string }[];
}

/** Stays beside the text on a wide screen; on a phone it opens when it is asked for. */
export function PageIndex({ entries }: Props) {
  const { service: texts } = useMessages(find);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <nav className={`page-index ${isOpen ? 'expanded' : ''}`} aria-label={texts.index}>
      <p className="page-index-title">{texts.index}</p>
      <button type="button" className="page-index-toggle" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {texts.index}
        <Icon name={isOpen ? 'close' : 'burger'} size="sm" color="primary" />
      </button>
      <ul className="plain-list" id={id} data-element="page-index">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`}>{entry.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
