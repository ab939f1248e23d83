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
import { ServiceDetails } from './ServiceDetails.tsx';

export function loadService({ params: { slug = '' } }: LoaderFunctionArgs) {
  return load(service(slug), offices, lifeEvents);
}

/** The page of a service, with the sections and marks of the national model in its order. */
export function ServicePage() {
  const { slug = '' } = useParams();
  const shown = useAnswer(service(slug));
  const { service: texts } = useMessages(find);
  const { nav } = useMessages(common);
  const bookPath = paths.book({ service: shown.slug });

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
        <ServiceDetails service={shown} />
      </div>
      <PageFoot bookPath={bookPath} />
    </>
  );
}
