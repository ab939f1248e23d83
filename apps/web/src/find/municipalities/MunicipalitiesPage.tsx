import { load, useAnswer } from '../../api.ts';
import { municipalities } from '../../directory.ts';
import { PageFoot } from '../../help/PageFoot.tsx';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PageHead } from '../../shell/PageHead.tsx';
import { Card } from '../../ui/Card.tsx';

export function loadMunicipalities() {
  return load(municipalities);
}

export function MunicipalitiesPage() {
  const { municipalities: texts } = useMessages(find);
  return (
    <>
      <div className="container page-body">
        <PageHead title={texts.title} lead={texts.lead} />
        <ul className="card-grid">
          {useAnswer(municipalities).map(({ id, slug, name, postal_code, province }) => (
            <li key={id}>
              <Card title={name} href={paths.municipality(slug)} text={`${postal_code} ${name} (${province})`} headingLevel={2} />
            </li>
          ))}
        </ul>
      </div>
      <PageFoot />
    </>
  );
}
