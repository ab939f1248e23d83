import { useMemo } from 'react';
import { deskToday } from '../../messages/desk-today.ts';
import { papers } from '../../messages/papers.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { papersAtDesk } from '../../papers/desk-papers.ts';
import { Papers } from '../../papers/Papers.tsx';
import { useMe } from '../../staff/me.ts';

/** What the citizen sent, and what the office gives them. */
export function PapersSection({ appointmentId, newCount }: { readonly appointmentId: string; readonly newCount: number }) {
  const texts = useMessages(papers);
  const { row } = useMessages(deskToday);
  const { role } = useMe();
  const port = useMemo(() => papersAtDesk(appointmentId, role), [appointmentId, role]);
  return (
    <section className="desk-section" aria-labelledby="papers">
      <h2 id="papers">{texts.title}</h2>
      <p className="papers-new" role="status">
        {newCount > 0 && row.newFiles(newCount)}
      </p>
      <p className="form-text">{texts.leadStaff}</p>
      <Papers port={port} reader="staff" revision={newCount} />
    </section>
  );
}
