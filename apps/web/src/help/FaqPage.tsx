import { useSearchParams } from 'react-router';
import { load, useAnswer } from '../api.ts';
import { faqs } from '../directory.ts';
import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { PhoneLine } from '../shell/PhoneLine.tsx';
import { Accordion } from '../ui/Accordion.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { PageFoot } from './PageFoot.tsx';

export function loadFaqs() {
  return load(faqs);
}

/** The open question stands in the address: whoever gets the link sees the same answer. */
export function FaqPage() {
  const { faq } = useMessages(help);
  const entries = useAnswer(faqs).map(({ id, question, answer }) => ({ key: id, title: question, content: <PlainText text={answer} /> }));
  const [query, setQuery] = useSearchParams();
  const open = query.get('domanda');

  function toggle(key: string): void {
    setQuery(key === open ? {} : { domanda: key }, { replace: true, preventScrollReset: true });
  }

  return (
    <>
      <div className="container page-body">
        <PageHead title={faq.title} lead={faq.lead} />
        <div className="prose-wide">
          <Accordion entries={entries} open={open} onToggle={toggle} />
        </div>
        <h2 className="h3 mt-5">{faq.notFound}</h2>
        <PhoneLine />
      </div>
      <PageFoot />
    </>
  );
}
