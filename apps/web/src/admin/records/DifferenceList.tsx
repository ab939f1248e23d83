import type { ReactNode } from 'react';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { logoAddress } from '../logo/logo-address.ts';
import type { Difference } from './differences.ts';

interface Props {
  readonly differences: readonly Difference[];
  /** Below a field. */
  readonly below?: (difference: Difference) => ReactNode;
}

/** What differs, field by field: how it was, and how it is. */
export function DifferenceList({ differences, below }: Props) {
  const { history: texts } = useMessages(records);
  if (differences.length === 0) return <p className="form-text">{texts.same}</p>;
  return (
    <dl className="differences">
      {differences.map((difference) => (
        <div key={difference.key}>
          <dt>{difference.label}</dt>
          <dd>
            {difference.before.length > 0 && (
              <del>
                <span className="visually-hidden">{texts.was}: </span>
                <Said of={difference} lines={difference.before} />
              </del>
            )}
            {difference.after.length > 0 && (
              <ins>
                <span className="visually-hidden">{texts.is}: </span>
                <Said of={difference} lines={difference.after} />
              </ins>
            )}
            {below?.(difference)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A picture is shown; everything else is read. */
function Said({ of: { pointer, label }, lines }: { readonly of: Difference; readonly lines: readonly string[] }) {
  if (pointer !== '/logo_id') return <Lines lines={lines} />;
  return lines.map((id) => <img key={id} className="difference-logo" src={logoAddress(id)} alt={label} />);
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span className="difference-line" key={line}>
      {line}
    </span>
  ));
}
