import { type LoaderFunctionArgs, useParams } from 'react-router';
import { load, useAnswer } from '../../api.ts';
import { lifeEvents, offices, service } from '../../directory.ts';
import { PageFoot } from '../../help/PageFoot.tsx';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { PageIndex } from './PageIndex.tsx';
import { sectionsOf } from './sections.ts';
import { ServiceAccess } from './ServiceAccess.tsx';
import { ServiceContacts } from './ServiceContacts.tsx';
import { ServiceSection } from './ServiceSection.tsx';
import { ServiceTopics } from './ServiceTopics.tsx';

export function loadService({ params: { slug = '' } }: LoaderFunctionArgs) {
  return load(service(slug), offices, lifeEvents);
}

/** The page of a service, with the sections and marks of the national model in its order. */
export function ServicePage() {
  const { slug = '' } = useParams();
  const shown = useAnswer(service(slug));
  const office = useAnswer(offices).find(({ id }) => id === shown.office_id);
  const { service: texts } = useMessages(find);
  const { nav } = useMessages(common);
  const bookPath = paths.book({ service: shown.slug });
  const sections = sectionsOf(shown, texts);

  return (
    <>
      <div className="container page-body">
        <PageHead title={shown.name} lead={shown.summary} trail={[{ label: nav.services, href: paths.services() }]} elements={{ title: 'service-title', lead: 'service-description' }}>
          <p data-element="service-status">
            <Chip kind="success" icon="check" label={texts.active} />
          </p>
          {shown.channels.some(({ who_may_book }) => who_may_book === 'citizens') && (
            <ButtonLink href={bookPath} wide>
              {texts.book}
            </ButtonLink>
          )}
        </PageHead>
        <ServiceTopics slugs={shown.life_events} />
        <div className="row">
          <div className="col-lg-4">
            <PageIndex entries={sections.map(({ id, title }) => ({ id, title }))} />
          </div>
          <div className="col-lg-8">
            {sections.map((section) => (
              <ServiceSection key={section.id} {...section}>
                {section.id === 'accedi' && <ServiceAccess service={shown} />}
                {section.id === 'contatti' && <ServiceContacts office={office} contacts={shown.contacts} />}
              </ServiceSection>
            ))}
          </div>
        </div>
      </div>
      <PageFoot bookPath={bookPath} />
    </>
  );
}
