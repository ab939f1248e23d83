import { useId } from 'react';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import type { ItemOf } from '../records/queries.ts';

/** The comuni that belong to the union already; each opens in its own page, where it is corrected. */
export function MemberList({ members }: { readonly members: readonly ItemOf<'municipality'>[] }) {
  const { comuni: texts } = useMessages(firstSteps);
  const id = useId();
  return (
    <section aria-labelledby={id} className="first-steps-saved">
      <h2 id={id}>{texts.members}</h2>
      <p className="form-text">{texts.memberCount(members.length)}</p>
      <ul className="plain-list">
        {members.map(({ id: recordId, title, content }) => (
          <li key={recordId}>
            <a href={staffPaths.record('municipality', recordId)} aria-label={texts.correct(title)}>
              {title}
            </a>{' '}
            <span className="form-text">{content.postal_code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
