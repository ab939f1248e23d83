import { useParams } from 'react-router';
import { load, useAnswer } from '../api.ts';
import { lifeEvents, services } from '../directory.ts';
import { PageFoot } from '../help/PageFoot.tsx';
import { common } from '../messages/common.ts';
import { find } from '../messages/find.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { ServiceGrid } from './ServiceGrid.tsx';

export function loadLifeEvent() {
  return load(lifeEvents, services());
}

/** What the desk can do for somebody to whom this is happening. */
export function LifeEventPage() {
  const { lifeEvent: texts } = useMessages(find);
  const { nav } = useMessages(common);
  const { slug = '' } = useParams();
  const events = useAnswer(lifeEvents);
  const related = useAnswer(services()).filter(({ life_events }) => life_events.includes(slug));
  const event = events.find((one) => one.slug === slug);
  if (!event) return <NotFoundPage />;
  return (
    <>
      <div className="container page-body">
        <PageHead title={event.name} lead={event.description} trail={[{ label: nav.services, href: paths.services() }]} />
        <h2>{texts.services}</h2>
        <ServiceGrid services={related} />
        <h2 className="mt-5">{texts.others}</h2>
        <ul className="inline-list">
          {events
            .filter((one) => one !== event)
            .map((one) => (
              <li key={one.id}>
                <a className="chip chip-simple" href={paths.lifeEvent(one.slug)}>
                  <span className="chip-label">{one.name}</span>
                </a>
              </li>
            ))}
        </ul>
      </div>
      <PageFoot />
    </>
  );
}
