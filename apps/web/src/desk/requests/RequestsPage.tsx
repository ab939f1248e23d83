import { useState } from 'react';
import { useAnswer } from '../../api.ts';
import { deskRequests } from '../../messages/desk-requests.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { pendingRequests } from './queries.ts';
import { RequestCard } from './RequestCard.tsx';

/** Requests that wait, the oldest first; each is decided where it stands. */
export function RequestsPage() {
  const texts = useMessages(deskRequests);
  const { items } = useAnswer(pendingRequests);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <Done text={said} />
      {items.length === 0 ? (
        <p className="empty-state">{texts.none}</p>
      ) : (
        <>
          <p role="status">{texts.count(items.length)}</p>
          <ol className="plain-list request-list">
            {items.map((item) => (
              <RequestCard key={item.id} request={item} onDone={setSaid} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
