import { load, useAnswer } from '../../api.ts';
import { offices } from '../../directory.ts';
import { PageFoot } from '../../help/PageFoot.tsx';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { OfficeGrid } from './OfficeGrid.tsx';

export function loadOffices() {
  return load(offices);
}

export function OfficesPage() {
  const { offices: texts } = useMessages(find);
  return (
    <>
      <div className="container page-body">
        <PageHead title={texts.title} lead={texts.lead} />
        <OfficeGrid offices={useAnswer(offices)} headingLevel={2} />
      </div>
      <PageFoot />
    </>
  );
}
