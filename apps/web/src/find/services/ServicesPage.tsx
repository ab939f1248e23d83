import { type LoaderFunctionArgs, useSearchParams } from 'react-router';
import { load, useAnswer } from '../../api.ts';
import { lifeEvents, offices, services } from '../../directory.ts';
import { PageFoot } from '../../help/PageFoot.tsx';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { LifeEventGrid } from '../LifeEventGrid.tsx';
import { SearchForm } from '../SearchForm.tsx';
import { filterIn, isNarrowed, narrow } from './filter.ts';
import { ServiceFilters } from './ServiceFilters.tsx';
import { ServiceResults } from './ServiceResults.tsx';
import { ServicesByOffice } from './ServicesByOffice.tsx';

export function loadServices({ request }: LoaderFunctionArgs) {
  const { words } = filterIn(new URL(request.url).searchParams);
  return load(services(words), offices, lifeEvents);
}

/** All services under their offices, or those that answer a search and filters: both stand in the address. */
export function ServicesPage() {
  const texts = useMessages(find).services;
  const filter = filterIn(useSearchParams()[0]);
  const found = useAnswer(services(filter.words));
  const knownOffices = useAnswer(offices);
  const events = useAnswer(lifeEvents);
  return (
    <>
      <div className="container page-body">
        <PageHead title={texts.title} lead={isNarrowed(filter) ? undefined : texts.lead} />
        {/* Its field begins anew with each search, also one that the back button brings. */}
        <SearchForm key={filter.words} filter={filter} />
        <ServiceFilters filter={filter} offices={knownOffices} events={events} />
        {isNarrowed(filter) ? <ServiceResults filter={filter} services={narrow(found, filter, knownOffices)} /> : <ServicesByOffice services={found} offices={knownOffices} />}
      </div>
      <section className="page-section section-muted" aria-labelledby="explore">
        <div className="container">
          <h2 id="explore">{texts.explore}</h2>
          <LifeEventGrid events={events} element="service-category-link" />
        </div>
      </section>
      <PageFoot />
    </>
  );
}
