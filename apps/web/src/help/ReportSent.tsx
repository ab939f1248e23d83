import { useEffect, useRef } from 'react';
import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { ContactPanel } from './ContactPanel.tsx';

export function ReportSent() {
  const { report: texts } = useMessages(help);
  const page = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone: the focus goes to what took its place.
  useEffect(() => page.current?.querySelector('h1')?.focus(), []);
  return (
    <>
      <div className="container page-body" ref={page}>
        <PageHead title={texts.sent} lead={texts.sentText} />
      </div>
      <ContactPanel />
    </>
  );
}
