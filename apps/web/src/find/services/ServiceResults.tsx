import type { ServiceItem } from '@sportello/contract';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths, type ServiceFilter } from '../../paths.ts';
import { PhoneLine } from '../../shell/PhoneLine.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { ServiceGrid } from '../ServiceGrid.tsx';

interface Props {
  readonly filter: ServiceFilter;
  readonly services: readonly ServiceItem[];
}

export function ServiceResults({ filter: { words = '' }, services }: Props) {
  const { services: texts } = useMessages(find);
  const count = services.length;
  const found = words ? texts.foundFor(count, words) : texts.found(count);
  return (
    <section className="mt-4" aria-labelledby="results">
      <h2 id="results">{texts.results}</h2>
      <div className="result-line">
        <p role="status">{count === 0 ? texts.none(words) : found}</p>
        <a href={paths.services()}>{texts.clear}</a>
      </div>
      {count === 0 ? <NothingFound /> : <ServiceGrid services={services} />}
    </section>
  );
}

function NothingFound() {
  const { services: texts } = useMessages(find);
  return (
    <>
      <p>{texts.noneText}</p>
      <PhoneLine />
      <ButtonLink kind="outline-primary" href={paths.services()}>
        {texts.all}
      </ButtonLink>
    </>
  );
}
