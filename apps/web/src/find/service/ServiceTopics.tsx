import { useAnswer } from '../../api.ts';
import { lifeEvents } from '../../directory.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';

/** The life events that the service belongs to. */
export function ServiceTopics({ slugs }: { readonly slugs: readonly string[] }) {
  const { service: texts } = useMessages(find);
  const events = useAnswer(lifeEvents).filter(({ slug }) => slugs.includes(slug));
  if (events.length === 0) return null;
  return (
    <div className="service-topics">
      <h2 className="h4" id="topics">
        {texts.topics}
      </h2>
      <ul className="inline-list" aria-labelledby="topics" data-element="service-topic">
        {events.map(({ slug, name }) => (
          <li key={slug}>
            <a className="chip chip-simple" href={paths.lifeEvent(slug)}>
              <span className="chip-label">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
