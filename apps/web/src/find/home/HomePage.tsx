import { type LoaderFunctionArgs, redirect } from 'react-router';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PageFoot } from '../../help/PageFoot.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SearchForm } from '../SearchForm.tsx';
import { bookingChoiceIn } from './booking-choice.ts';
import { HowItWorks } from './HowItWorks.tsx';
import { LifeEventCards } from './LifeEventCards.tsx';
import { PhoneSection } from './PhoneSection.tsx';
import { PopularServices } from './PopularServices.tsx';

/** An address that names a comune, a service or a channel, as the sites of the comuni link to it, begins a booking. */
export function goToBooking({ request }: LoaderFunctionArgs) {
  const choice = bookingChoiceIn(new URL(request.url).searchParams);
  return choice ? redirect(paths.book(choice)) : null;
}

export function HomePage() {
  const { home } = useMessages(find);
  const { site } = useMessages(common);
  return (
    <>
      <title>{site}</title>
      <section className="home-hero section-muted">
        <div className="container">
          <h1 tabIndex={-1}>{home.title}</h1>
          <p className="lead">{home.lead}</p>
          <SearchForm />
          <div className="button-row mt-4">
            <ButtonLink kind="outline-primary" href={paths.book()} wide>
              <Icon name="calendar" />
              <span>{home.book}</span>
            </ButtonLink>
            <a href={paths.findAppointment()}>{home.manage}</a>
          </div>
        </div>
      </section>
      <PopularServices />
      <LifeEventCards />
      <HowItWorks />
      <PhoneSection />
      <PageFoot />
    </>
  );
}
