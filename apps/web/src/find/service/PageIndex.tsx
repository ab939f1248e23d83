import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Collapsible } from '../../ui/Collapsible.tsx';

interface Props {
  readonly entries: readonly { readonly id: string; readonly title: string }[];
}

/** Stays beside the text on a wide screen. */
export function PageIndex({ entries }: Props) {
  const { service: texts } = useMessages(find);
  return (
    <nav className="page-index" aria-label={texts.index}>
      <Collapsible title={texts.index}>
        <ul className="plain-list" data-element="page-index">
          {entries.map((entry) => (
            <li key={entry.id}>
              <a href={`#${entry.id}`}>{entry.title}</a>
            </li>
          ))}
        </ul>
      </Collapsible>
    </nav>
  );
}
