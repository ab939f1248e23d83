import { may } from '@sportello/contract';
import { useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { videoConnection } from '../../messages/video-connection.ts';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { ConnectionForm } from './ConnectionForm.tsx';
import { ConnectionNow } from './ConnectionNow.tsx';
import { vendorNames } from './connection-values.ts';
import { NetworkSection } from './NetworkSection.tsx';
import { videoConnectionNow } from './queries.ts';

/** What the union meets with by video: what is used, how it goes, and another choice. */
export function VideoPage() {
  const texts = useMessages(videoConnection);
  const { role } = useMe();
  const connection = useAnswer(videoConnectionNow);
  const [query, setQuery] = useSearchParams();
  const now = useRef<HTMLHeadingElement>(null);
  const arrived = (useLocation().state as { readonly said?: string } | null)?.said ?? null;
  const [said, setSaid] = useState<string | null>(arrived);
  const [saves, setSaves] = useState(0); // after each all begins anew, so that no field holds on to a secret and no result to what was
  const { provider } = connection;
  const mayChange = may(role, 'connection.change');
  const chosen = vendorNames.find((name) => name === query.get('servizio')) ?? (provider === 'own' ? null : provider);

  /** What was done stands beside what is used now. */
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
            <ConnectionNow key={saves} connection={connection} mayChange={mayChange} onSaid={say} onBegin={() => setSaid(null)} />
          </div>
        </section>
        {mayChange && (
          <section className="staff-section" aria-labelledby="choose">
            <h2 id="choose">{provider === 'own' ? texts.choose.title : texts.choose.change}</h2>
            <div>
              <RadioCards
                id="service"
                label={texts.choose.label}
                required
                choices={vendorNames.map((value) => ({ value, title: texts.providers[value].name, text: texts.providers[value].text }))}
                value={chosen ?? undefined}
                onChange={(value) => setQuery({ servizio: value }, { replace: true, preventScrollReset: true })}
              />
              {chosen && <ConnectionForm key={`${chosen} ${saves}`} vendor={chosen} connection={connection} onSaid={say} />}
            </div>
          </section>
        )}
        <section className="staff-section" aria-labelledby="network">
          <h2 id="network">{texts.network.title}</h2>
          <div>
            <NetworkSection connection={connection} />
          </div>
        </section>
      </div>
    </div>
  );
}
