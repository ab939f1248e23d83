import { type ReactNode, useId } from 'react';
import { Icon } from '../../ui/Icon.tsx';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** Said once this step is through and good. */
  readonly works: string | null;
  readonly children: ReactNode;
}

/** One step of the check: what is tried, how, and that it works. */
export function CheckStep({ title, lead, works, children }: Props) {
  const id = useId();
  return (
    <li className={`check-step ${works ? 'check-step-good' : ''}`}>
      <section aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <p>{lead}</p>
        {children}
        <div role="status">
          {works && (
            <p className="check-works">
              <Icon name="check" color="success" />
              {works}
            </p>
          )}
        </div>
      </section>
    </li>
  );
}
