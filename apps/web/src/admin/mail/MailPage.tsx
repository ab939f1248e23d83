import { may } from '@sportello/contract';
import { useRef, useState } from 'react';
import { useAnswer } from '../../api.ts';
import { mailServer } from '../../messages/mail-server.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { MailForm } from './MailForm.tsx';
import { MailNow } from './MailNow.tsx';
import { mailServerNow } from './queries.ts';

/** Where messages are handed in: what is in force and why, and another server, tried before it is saved. */
export function MailPage() {
  const texts = useMessages(mailServer);
  const { role } = useMe();
  const server = useAnswer(mailServerNow);
  const now = useRef<HTMLHeadingElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [saves, setSaves] = useState(0); // after each all begins anew, so that no field holds on to a password
  const isOurs = server.in_force === 'union' || server.in_force === 'none';
  const mayChange = may(role, 'connection.change') && isOurs;

  function say(text: string): void {
    setSaid(text);
    setSaves((count) => count + 1);
    now.current?.focus();
  }

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <div className="profile">
        <section className="staff-section" aria-labelledby="now">
          <h2 id="now" tabIndex={-1} ref={now}>
            {texts.now.title}
          </h2>
          <div>
            <Done text={said} />
            <MailNow server={server} mayChange={mayChange} onSaid={say} />
          </div>
        </section>
        {mayChange && (
          <section className="staff-section" aria-labelledby="set">
            <h2 id="set">{server.in_force === 'union' ? texts.form.change : texts.form.title}</h2>
            <div>
              <MailForm key={`${saves} ${server.revision}`} server={server} onSaid={say} />
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
