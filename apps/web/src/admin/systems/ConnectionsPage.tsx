import { may } from '@sportello/contract';
import { useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { HooksSection } from './HooksSection.tsx';
import { KeysSection } from './KeysSection.tsx';

/** With which other systems the desk works. */
export function ConnectionsPage() {
  const texts = useMessages(systems);
  const mayChange = may(useMe().role, 'connection.change');
  const arrived = (useLocation().state as { readonly said?: string } | null)?.said ?? null;
  const [said, setSaid] = useState<string | null>(arrived);
  const keysTitle = useRef<HTMLHeadingElement>(null);

  /** What was done takes its button away: the focus goes to the heading above it. */
  function say(text: string): void {
    setSaid(text);
    keysTitle.current?.focus();
  }

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead}>
        <p>
          {texts.guide} <a href="/api/docs">{texts.guideLink}</a>
        </p>
      </StaffHead>
      <Done text={said} />
      <section className="wide-section" aria-labelledby="keys">
        <h2 id="keys" tabIndex={-1} ref={keysTitle}>
          {texts.keys.title}
        </h2>
        <KeysSection mayChange={mayChange} onSaid={say} />
      </section>
      <section className="wide-section" aria-labelledby="hooks">
        <h2 id="hooks">{texts.hooks.title}</h2>
        <HooksSection mayChange={mayChange} />
      </section>
      <section className="wide-section" aria-labelledby="video">
        <h2 id="video">{texts.video.title}</h2>
        <p>{texts.video.text}</p>
        <p>
          <a href={staffPaths.video()}>{texts.video.link}</a>
        </p>
      </section>
    </div>
  );
}
