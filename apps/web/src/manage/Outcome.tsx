import type { Appointment } from '@sportello/contract';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';

/** What the official wrote when the meeting was over. */
export function Outcome({ shown: { outcome, next_step } }: { readonly shown: Pick<Appointment, 'outcome' | 'next_step'> }) {
  const { outcome: texts } = useMessages(manage);
  const parts = [
    { title: texts.title, text: outcome },
    { title: texts.next, text: next_step },
  ];
  return parts.map(
    ({ title, text }) =>
      text && (
        <section className="service-section" key={title}>
          <h2>{title}</h2>
          <PlainText text={text} headingLevel={3} />
        </section>
      ),
  );
}
