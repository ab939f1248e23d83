import { type DeskPerson, mergePeople } from '@sportello/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Confirm } from '../../../staff/Confirm.tsx';
import { problemOf, staffCall } from '../../../staff/staff-call.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { usePersonFields } from '../person-fields.ts';
import { forgetPerson, keepPerson, readPeopleAgain } from '../queries.ts';
import { mergedOf } from './merged.ts';

interface Props {
  readonly both: readonly [DeskPerson, DeskPerson];
  readonly keptId: string;
  readonly onKeep: (id: string) => void;
}

/** Who stays, what comes of it, and the question before what cannot be taken back. */
export function MergeForm({ both, keptId, onKeep }: Props) {
  const { merge: texts } = useMessages(people);
  const navigate = useNavigate();
  const [isAsking, ask] = useState(false);
  const [kept, gone] = both[1].id === keptId ? [both[1], both[0]] : both;

  async function send(): Promise<void> {
    try {
      const body = { revision: kept.revision, duplicate_id: gone.id, duplicate_revision: gone.revision };
      keepPerson(await staffCall(mergePeople, { params: { person_id: kept.id }, body }));
    } catch (error) {
      if (problemOf(error) === 'changed-meanwhile') await readPeopleAgain();
      throw error;
    }
  }

  async function goOn(): Promise<void> {
    await navigate(staffPaths.person(kept.id), { state: { said: 'merged' } });
    forgetPerson(gone.id);
  }

  function sayRefusal(error: Error): string | undefined {
    const said: Readonly<Record<string, string>> = { 'changed-meanwhile': texts.changed, 'not-found': texts.missing, 'beyond-reach': texts.beyond };
    return said[problemOf(error) ?? ''];
  }

  return (
    <div className="merge-form">
      <RadioGroup
        id="kept"
        label={texts.keep}
        help={texts.keepHelp}
        required
        choices={both.map(({ id, name }, place) => ({ value: id, label: texts.keepCard(place + 1, name) }))}
        value={keptId}
        onChange={onKeep}
      />
      <section aria-labelledby="after" aria-live="polite">
        <h2 id="after">{texts.after}</h2>
        <Outcome kept={kept} gone={gone} />
      </section>
      <Button onClick={() => ask(true)}>{texts.start}</Button>
      {isAsking && (
        <Confirm title={texts.confirmTitle} action={texts.action} send={send} onDone={() => void goOn()} onClose={() => ask(false)} sayRefusal={sayRefusal}>
          <Outcome kept={kept} gone={gone} />
          <p>
            <strong>{texts.forGood}</strong>
          </p>
        </Confirm>
      )}
    </div>
  );
}

function Outcome({ kept, gone }: { readonly kept: DeskPerson; readonly gone: DeskPerson }) {
  const { merge: texts } = useMessages(people);
  const { labels, valueOf } = usePersonFields();
  const { name, gains, loses } = mergedOf(kept, gone);
  return (
    <ul className="merge-outcome">
      <li>{texts.stays(name)}</li>
      {gone.appointments.length > 0 && <li>{texts.passAppointments(gone.appointments.length)}</li>}
      {gone.notes.length > 0 && <li>{texts.passNotes(gone.notes.length)}</li>}
      {gains.map((field) => (
        <li key={field}>{texts.gains(labels[field].toLowerCase(), valueOf(gone, field) ?? '')}</li>
      ))}
      {loses.map((field) => (
        <li key={field} className="merge-loss">
          {texts.loses(labels[field].toLowerCase(), valueOf(gone, field) ?? '')}
        </li>
      ))}
    </ul>
  );
}
