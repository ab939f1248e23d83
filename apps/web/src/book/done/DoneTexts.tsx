import type { ServiceChannel } from '@sportello/contract';
import { bookDone } from '../../messages/book-done.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PlainText } from '../../ui/PlainText.tsx';

/** What to bring and what to know, as the union wrote it for this way of meeting. */
export function DoneTexts({ way: { texts: written } }: { readonly way: Pick<ServiceChannel, 'texts'> }) {
  const { done: texts } = useMessages(bookDone);
  const parts = [
    { title: texts.documents, text: written.documents },
    { title: texts.after, text: written.after },
    { title: texts.beforeVideo, text: written.before_video },
  ];
  return parts.map(
    ({ title, text }) =>
      text && (
        <section key={title}>
          <h2 className="h3">{title}</h2>
          <PlainText text={text} headingLevel={3} />
        </section>
      ),
  );
}
