import { formatDay, formatHours } from '../../format/dates.ts';
import { bookDone } from '../../messages/book-done.ts';
import { bookPerson } from '../../messages/book-person.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { Fact } from '../../ui/Facts.tsx';
import { useBookable } from '../booking.ts';
import { pathOfStep } from '../steps.ts';
import { answerFacts, personFacts } from './facts.ts';
import { SummaryBlock } from './SummaryBlock.tsx';

/** What was chosen and typed, block by block, each with the way back to its step. */
export function SummaryBlocks() {
  const { summary: texts } = useMessages(bookDone);
  const words = useMessages(bookPerson);
  const { channels } = useMessages(common);
  const { bookable, chosen, choice, draft, language } = useBookable();
  const { municipality, service, way, place, operator } = bookable;
  const { typed, hold } = draft;

  const where: Fact[] = [
    { label: texts.municipality, value: municipality.name },
    { label: texts.office, value: chosen.office?.name },
    { label: texts.service, value: service.name },
    { label: texts.channel, value: channels[way.channel] },
    ...(place ? [{ label: texts.place, value: `${place.name}, ${place.address}` }] : []),
  ];
  const when: Fact[] = hold
    ? [
        { label: texts.day, value: formatDay(hold.starts_at, language) },
        { label: texts.time, value: formatHours(hold.starts_at, hold.ends_at, language) },
        ...(way.operators.length > 1 ? [{ label: texts.operator, value: operator?.name ?? texts.anybody }] : []),
      ]
    : [];
  const details: Fact[] = [
    { label: words.details.topic, value: typed.topic ?? service.name },
    { label: words.details.details, value: typed.details?.trim() || texts.nothing },
    ...answerFacts(way.questions, typed, words.details),
  ];
  return (
    <>
      <SummaryBlock title={texts.where} href={pathOfStep('place', choice)} facts={where} />
      <SummaryBlock title={texts.when} href={pathOfStep('time', choice)} facts={when} />
      <SummaryBlock title={texts.details} href={pathOfStep('details', choice)} facts={details} />
      <SummaryBlock title={texts.person} href={pathOfStep('person', choice)} facts={personFacts(typed, { channel: way.channel, municipality, words: words.person, labels: texts })} />
    </>
  );
}
