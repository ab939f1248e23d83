import type { Appointment } from '@sportello/contract';
import { useMemo } from 'react';
import { papers } from '../messages/papers.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { papersOfAppointment } from '../papers/appointment-papers.ts';
import { Papers } from '../papers/Papers.tsx';
import type { Standing } from './standing.ts';

/** What the citizen and the office send each other, before and after the meeting. */
export function PapersSection({ shown: { code }, standing }: { readonly shown: Pick<Appointment, 'code'>; readonly standing: Standing }) {
  const texts = useMessages(papers);
  const language = useLanguage();
  // Its list is asked for in the language of the page.
  const port = useMemo(() => papersOfAppointment(code), [code, language]);
  if (standing === 'cancelled' || standing === 'refused') return null;
  return (
    <section className="service-section" aria-labelledby="papers">
      <h2 id="papers">{texts.title}</h2>
      <p>{texts.leadCitizen}</p>
      <Papers port={port} reader="citizen" />
    </section>
  );
}
