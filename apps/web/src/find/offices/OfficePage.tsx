import { useParams } from 'react-router';
import { load, useAnswer } from '../../api.ts';
import { municipalities, offices, services } from '../../directory.ts';
import { PageFoot } from '../../help/PageFoot.tsx';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { NotFoundPage } from '../../shell/NotFoundPage.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { ContactLines } from '../ContactLines.tsx';
import { ServiceGrid } from '../ServiceGrid.tsx';
import { ServedMunicipalities } from './ServedMunicipalities.tsx';

export function loadOffice() {
  return load(offices, services(), municipalities);
}

export function OfficePage() {
  const { offices: texts } = useMessages(find);
  const { nav } = useMessages(common);
  const { slug } = useParams();
  const office = useAnswer(offices).find((one) => one.slug === slug);
  const all = useAnswer(services());
  if (!office) return <NotFoundPage />;
  return (
    <>
      <div className="container page-body">
        <PageHead title={office.name} lead={office.description} trail={[{ label: nav.offices, href: paths.offices() }]} />
        <h2>{texts.services}</h2>
        <ServiceGrid services={all.filter(({ office_id }) => office_id === office.id)} />
        <h2 className="mt-5">{texts.contacts}</h2>
        <ContactLines phone={office.phone} email={office.email} />
        <h2 className="mt-5">{texts.municipalities}</h2>
        <ServedMunicipalities ids={office.municipality_ids} />
      </div>
      <PageFoot />
    </>
  );
}
