import type { Municipality } from '@sportello/contract';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { load, useAnswer } from '../../api.ts';
import { municipalities, offices, places, servicesFor } from '../../directory.ts';
import { PageFoot } from '../../help/PageFoot.tsx';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { NotFoundPage } from '../../shell/NotFoundPage.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { OfficeGrid } from '../offices/OfficeGrid.tsx';
import { ServiceGrid } from '../ServiceGrid.tsx';
import { Places } from './Places.tsx';

export async function loadMunicipality({ params }: LoaderFunctionArgs) {
  const [members] = await load(municipalities, offices, places);
  const found = members.find(({ slug }) => slug === params.slug);
  return found ? load(servicesFor(found.id)) : null;
}

export function MunicipalityPage() {
  const { slug } = useParams();
  const municipality = useAnswer(municipalities).find((one) => one.slug === slug);
  return municipality ? <Found municipality={municipality} /> : <NotFoundPage />;
}

function Found({ municipality: { id, name, istat_code } }: { readonly municipality: Municipality }) {
  const { municipalities: texts } = useMessages(find);
  const { nav } = useMessages(common);
  const bookPath = paths.book({ municipality: istat_code });
  const serving = useAnswer(offices).filter(({ municipality_ids }) => municipality_ids.includes(id));
  return (
    <>
      <div className="container page-body">
        <PageHead title={texts.pageTitle(name)} lead={texts.pageLead} trail={[{ label: nav.municipalities, href: paths.municipalities() }]}>
          <ButtonLink href={bookPath} wide>
            {texts.book}
          </ButtonLink>
        </PageHead>
        <h2>{texts.places}</h2>
        <Places places={useAnswer(places).filter(({ municipality_id }) => municipality_id === id)} />
        <h2 className="mt-5">{texts.offices}</h2>
        <OfficeGrid offices={serving} headingLevel={3} />
        <h2 className="mt-5">{texts.services}</h2>
        <ServiceGrid services={useAnswer(servicesFor(id))} />
      </div>
      <PageFoot bookPath={bookPath} />
    </>
  );
}
