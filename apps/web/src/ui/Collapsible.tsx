import { type ReactNode, useId, useState } from 'react';
import { Icon } from './Icon.tsx';

interface Props {
  readonly title: string;
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

/** Open on a wide screen, under its title. On a phone it opens when it is asked for, so that it is not in the way. */
export function Collapsible({ title, openAtFirst = false, children }: Props) {
  const [isOpen, setOpen] = useState(openAtFirst);
  const id = useId();
  return (
    <div className={`collapsible ${isOpen ? 'expanded' : ''}`}>
      <p className="collapsible-title">{title}</p>
      <button type="button" className="collapsible-toggle" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {title}
        <Icon name={isOpen ? 'collapse' : 'expand'} size="sm" color="primary" />
      </button>
      <div className="collapsible-content" id={id}>
        {children}
      </div>
    </div>
  );
}
