import { type Ref, useId } from 'react';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';

interface Props {
  /** Field id -> what is wrong with it, in the order of the form. Nothing is shown while it is empty. */
  readonly errors: Readonly<Record<string, string>>;
  /** For moving the focus here when a form is refused. */
  readonly ref?: Ref<HTMLDivElement>;
}

/** What must be mended before the form can go, each with a link to its field. */
export function ErrorSummary({ errors, ref }: Props) {
  const { errorSummary } = useMessages(common);
  const id = useId();
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div className="alert alert-danger" role="group" tabIndex={-1} ref={ref} aria-labelledby={id}>
      <h2 id={id}>{errorSummary.title}</h2>
      <ul>
        {entries.map(([field, text]) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
