import { type DeskPerson, exportPerson, may } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf } from '../../../format/dates.ts';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { retention } from '../../../messages/retention.ts';
import { Done } from '../../../staff/Done.tsx';
import { useMe } from '../../../staff/me.ts';
import { Refusal } from '../../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../../staff/staff-call.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { saveAsFile } from './save-as-file.ts';

/** What somebody may ask of us about their data: a copy, and to be erased. */
export function OwnDataSection({ shown }: { readonly shown: DeskPerson }) {
  const { own: texts } = useMessages(people);
  const keeping = useMessages(retention);
  const { role } = useMe();
  const [isErasing, erase] = useState(false);
  const exporting = useMutation({
    mutationFn: async () => {
      const document = await staffCall(exportPerson, { params: { person_id: shown.id }, body: {} });
      saveAsFile(document, texts.fileName(dayOf(document.made_at)));
    },
    gcTime: 0,
  });
  return (
    <section className="desk-section own-data" aria-labelledby="own-data">
      <h2 id="own-data">{texts.title}</h2>
      <p>{texts.lead}</p>
      <div className="desk-columns">
        <div>
          <h3>{texts.exportTitle}</h3>
          <p>{texts.exportHelp}</p>
          <Refusal error={exporting.error} text={problemOf(exporting.error) === 'beyond-reach' ? texts.beyond : undefined} />
          <div className="button-row">
            <Button kind="outline-primary" busy={exporting.isPending} onClick={() => exporting.mutate()}>
              {texts.download}
            </Button>
            <a href={staffPaths.personData(shown.id)}>{texts.read}</a>
          </div>
          <Done text={exporting.isSuccess ? texts.downloaded : null} />
        </div>
        <div>
          <h3>{texts.eraseTitle}</h3>
          <p>{texts.eraseHelp}</p>
          <Button kind="outline-danger" onClick={() => erase(true)}>
            {texts.erase}
          </Button>
          {may(role, 'union.change') && (
            <p className="mt-3">
              <a href={staffPaths.retention(shown.id)}>{keeping.holds.link}</a>
            </p>
          )}
          {isErasing && <EraseDialog shown={shown} onClose={() => erase(false)} />}
        </div>
      </div>
    </section>
  );
}
