import type { ServiceItem } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { services } from '../../directory.ts';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ServiceGrid } from '../ServiceGrid.tsx';

const howMany = 6;

export function PopularServices() {
  const { home } = useMessages(find);
  return (
    <section className="page-section" aria-labelledby="popular">
      <div className="container">
        <h2 id="popular">{home.popular}</h2>
        <div className="popular-services">
          <PopularCards />
        </div>
        <a className="link-row mt-3" href={paths.services()}>
          {home.allServices}
          <Icon name="arrow-right" size="sm" color="primary" />
        </a>
      </div>
    </section>
  );
}

function PopularCards() {
  const { home } = useMessages(find);
  const { waiting } = useMessages(common);
  const all = useAnswerSoon(services());
  if (all === undefined) return <Waiting text={waiting} />;
  if (all === null) {
    return (
      <Alert kind="warning">
        <p>{home.unavailable}</p>
      </Alert>
    );
  }
  return <ServiceGrid services={mostPopular(all)} />;
}

function mostPopular(all: readonly ServiceItem[]): ServiceItem[] {
  return [...all].sort((one, other) => other.popularity - one.popularity).slice(0, howMany);
}
