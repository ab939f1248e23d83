import type { ContentOf } from '@sportello/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useAnswer } from '../../api.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { recordsOf } from '../records/queries.ts';
import { RecordEditor } from '../records/RecordEditor.tsx';
import { useToday } from '../records/today.ts';
import { OfficeFields } from './OfficeFields.tsx';
import { StepFrame } from './StepFrame.tsx';
import { pathOfStep } from './steps.ts';

/** One office or more, each saved as it is added. */
export function OfficesStep() {
  return (
    <StepFrame name="offices">
      <Offices />
    </StepFrame>
  );
}

function Offices() {
  const texts = useMessages(firstSteps);
  const offices = useAnswer(recordsOf('office')).items.filter(({ state }) => state === 'used');
  const [isAdding, setAdding] = useState(offices.length === 0);
  const [added, setAdded] = useState<string | null>(null);
  const on = useRef<HTMLDivElement>(null);
  const id = useId();
  // The form that had the focus is gone: the focus goes to what comes next.
  useEffect(() => {
    if (added) on.current?.focus();
  }, [added]);

  return (
    <>
      {offices.length > 0 && (
        <section aria-labelledby={id} className="first-steps-saved">
          <h2 id={id}>{texts.offices.list}</h2>
          <ul className="plain-list">
            {offices.map((office) => (
              <li key={office.id}>
                <a href={staffPaths.record('office', office.id)}>{office.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div ref={on} tabIndex={-1} data-quiet-focus>
        <Done text={added && texts.offices.saved(added)} />
      </div>
      {isAdding ? (
        <NewOffice
          key={offices.length}
          position={offices.length}
          onSaved={(name) => {
            setAdding(false);
            setAdded(name);
          }}
        />
      ) : (
        <div className="button-row">
          <ButtonLink href={pathOfStep('service')} wide>
            {texts.card.goOn(texts.steps.service.name)}
          </ButtonLink>
          <Button kind="outline-primary" wide onClick={() => setAdding(true)}>
            {texts.offices.another}
          </Button>
        </div>
      )}
    </>
  );
}

/** It has the contacts of the union and serves all comuni until somebody says otherwise. */
function NewOffice({ position, onSaved }: { readonly position: number; readonly onSaved: (name: string) => void }) {
  const today = useToday();
  const [union] = useAnswer(recordsOf('union')).items;
  const municipalities = useAnswer(recordsOf('municipality')).items;
  const serves = municipalities.map(({ id, content }) => ({ municipality_id: id, first_day: firstDayOf(content, today) }));
  const start: ContentOf<'office'> = { kind: 'office', slug: '', name: { it: '' }, short_name: { it: '' }, phone: union?.content.phone ?? '', email: union?.content.email ?? '', position, serves };
  return <RecordEditor kind="office" id="new" start={start} onSaved={({ title }) => onSaved(title)} form={(edit) => <OfficeFields edit={edit} all={serves} names={new Map(municipalities.map(({ id, title }) => [id, title]))} />} />;
}

/** An office serves a comune from today on, or from the day on which it joins. */
function firstDayOf({ memberships }: ContentOf<'municipality'>, today: string): string {
  const first = memberships.map(({ first_day }) => first_day).sort().at(-1) ?? today;
  return first > today ? first : today;
}
