import { bookDone } from '../../messages/book-done.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { type Fact, Facts } from '../../ui/Facts.tsx';

interface Props {
  readonly title: string;
  /** Where it can be changed. */
  readonly href: string;
  readonly facts: readonly Fact[];
}

export function SummaryBlock({ title, href, facts }: Props) {
  const { summary: texts } = useMessages(bookDone);
  return (
    <section className="booking-card summary-block" aria-label={title}>
      <div className="summary-head">
        <h2 className="h3">{title}</h2>
        <a href={href} aria-label={texts.editPart(title)}>
          {texts.edit}
        </a>
      </div>
      <Facts facts={facts} />
    </section>
  );
}
