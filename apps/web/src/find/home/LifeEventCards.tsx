import { useAnswerSoon } from '../../api.ts';
import { lifeEvents } from '../../directory.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { LifeEventGrid } from '../LifeEventGrid.tsx';

/** Nothing while they are not there: the page is whole without them. */
export function LifeEventCards() {
  const { home } = useMessages(find);
  const events = useAnswerSoon(lifeEvents);
  if (!events?.length) return null;
  return (
    <section className="page-section section-muted" aria-labelledby="life-events">
      <div className="container">
        <h2 id="life-events">{home.lifeEvents}</h2>
        <LifeEventGrid events={events} />
      </div>
    </section>
  );
}
