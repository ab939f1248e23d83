import { may } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { unionDocument } from '../../messages/union-document.ts';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { ExportPart } from './ExportPart.tsx';
import { ImportPart } from './ImportPart.tsx';

/** All that the union decided, out and in again. */
export function DocumentPage() {
  const texts = useMessages(unionDocument);
  const { role } = useMe();
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <div className="profile">
        <section className="staff-section" aria-labelledby="export">
          <h2 id="export">{texts.export.title}</h2>
          <div>
            <ExportPart />
          </div>
        </section>
        {may(role, 'union.change') && (
          <section className="staff-section" aria-labelledby="import">
            <h2 id="import">{texts.import.title}</h2>
            <div>
              <ImportPart />
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
