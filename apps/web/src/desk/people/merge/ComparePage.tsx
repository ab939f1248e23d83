import { type DeskPerson, may, revealDeskPerson } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Done } from '../../../staff/Done.tsx';
import { useMe } from '../../../staff/me.ts';
import { Refusal } from '../../../staff/Refusal.tsx';
import { staffCall } from '../../../staff/staff-call.ts';
import { StaffHead } from '../../../staff/StaffHead.tsx';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { NotForRole } from '../NotForRole.tsx';
import { WithPerson } from '../WithPerson.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { MergeForm } from './MergeForm.tsx';

/** Two rows side by side, and what becomes of them. */
export function ComparePage() {
  const { id = '', other = '' } = useParams();
  const { role } = useMe();
  if (!may(role, 'person.change') || id === other) return <NotForRole />;
  return (
    <WithPerson key={`${id} ${other}`} id={id}>
      {(one) => <WithPerson id={other}>{(two) => <Compared both={[one, two]} />}</WithPerson>}
    </WithPerson>
  );
}

type Both = readonly [DeskPerson, DeskPerson];

function Compared({ both }: { readonly both: Both }) {
  const { merge: texts } = useMessages(people);
  const { role } = useMe();
  const [keptId, keep] = useState(both[0].id);
  // In the memory of this page, and for this state of the two only.
  const reveal = useMutation({ mutationFn: () => Promise.all([show(both[0].id), show(both[1].id)]), gcTime: 0 });
  const known: Both = [inFull(both[0], reveal.data?.[0]), inFull(both[1], reveal.data?.[1])];
  const isMasked = known.some(({ is_masked }) => is_masked);
  return (
    <div className="container page-body compare-page">
      <StaffHead title={texts.title} lead={texts.lead} up={{ label: texts.up(both[0].name), href: staffPaths.person(both[0].id) }} />
      <ComparisonTable both={known} />
      {known[0].name !== known[1].name && (
        <Alert kind="warning">
          <p>{texts.otherName}</p>
        </Alert>
      )}
      {isMasked && may(role, 'person.reveal') && (
        <>
          <p className="form-text">{texts.revealHelp}</p>
          <Refusal error={reveal.error} />
          <Button kind="outline-primary" busy={reveal.isPending} onClick={() => reveal.mutate()}>
            {texts.reveal}
          </Button>
        </>
      )}
      <Shown isMasked={isMasked} />
      {known.some(({ is_erased }) => is_erased) ? <p className="field-note">{texts.erased}</p> : <MergeForm both={known} keptId={keptId} onKeep={keep} />}
    </div>
  );
}

function Shown({ isMasked }: { readonly isMasked: boolean }) {
  const { page: texts } = useMessages(people);
  return <Done text={isMasked ? null : texts.revealed} />;
}

function show(id: string): Promise<DeskPerson> {
  return staffCall(revealDeskPerson, { params: { person_id: id }, body: {} });
}

function inFull(shown: DeskPerson, revealed: DeskPerson | undefined): DeskPerson {
  return revealed?.revision === shown.revision ? revealed : shown;
}
