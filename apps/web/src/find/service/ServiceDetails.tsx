import type { ServicePage } from '@sportello/contract';
import { useAnswer } from '../../api.ts';
import { offices } from '../../directory.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageIndex } from './PageIndex.tsx';
import { sectionsOf } from './sections.ts';
import { ServiceAccess } from './ServiceAccess.tsx';
import { ServiceContacts } from './ServiceContacts.tsx';
import { ServiceSection } from './ServiceSection.tsx';
import { ServiceTopics } from './ServiceTopics.tsx';

/** All that the page of a service says below its head: the editor of services shows it too, of what is not saved yet. */
export function ServiceDetails({ service }: { readonly service: ServicePage }) {
  const { service: texts } = useMessages(find);
  const office = useAnswer(offices).find(({ id }) => id === service.office_id);
  const sections = sectionsOf(service, texts);
  return (
    <>
      <ServiceTopics slugs={service.life_events} />
      <div className="row">
        <div className="col-lg-4">
          <PageIndex entries={sections.map(({ id, title }) => ({ id, title }))} />
        </div>
        <div className="col-lg-8">
          {sections.map((section) => (
            <ServiceSection key={section.id} {...section}>
              {section.id === 'accedi' && <ServiceAccess service={service} />}
              {section.id === 'contatti' && <ServiceContacts office={office} contacts={service.contacts} />}
            </ServiceSection>
          ))}
        </div>
      </div>
    </>
  );
}
