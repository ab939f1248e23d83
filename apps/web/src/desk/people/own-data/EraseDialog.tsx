import { ApiProblem, type DeskPerson, erasePerson, type PersonAppointment } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { people } from '../../../messages/people.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { useForm } from '../../../staff/form.ts';
import { Refusal } from '../../../staff/Refusal.tsx';
import { problemOf, staffCall } from '../../../staff/staff-call.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDeskMinute } from '../../desk-minute.ts';
import { forgetPerson, readPeopleAgain, rememberSearch } from '../queries.ts';
import { cancelledByErasure } from '../stands.ts';
import { formatStart } from '../when.ts';

interface Props {
  readonly shown: DeskPerson;
  readonly onClose: () => void;
}

/** What goes, what stays, what is cancelled with it; then a word that nobody types by mistake. */
export function EraseDialog({ shown, onClose }: Props) {
  const { erasure: texts, own, page } = useMessages(people);
  const navigate = useNavigate();
  const ahead = cancelledByErasure(shown.appointments, useDeskMinute());
  const form = useForm({
    initial: { cancels: false, word: '' },
    check: ({ cancels, word }) => ({
      cancels: ahead.length > 0 && !cancels ? texts.cancelsMissing : undefined,
      word: word.trim().toUpperCase() === texts.word ? undefined : texts.wordMissing(texts.word),
    }),
    send: async ({ cancels }) => {
      try {
        return await staffCall(erasePerson, { params: { person_id: shown.id }, body: { revision: shown.revision, cancel_appointments: ahead.length > 0 && cancels } });
      } catch (error) {
        if (['changed-meanwhile', 'state-conflict'].includes(problemOf(error) ?? '')) await readPeopleAgain();
        throw error;
      }
    },
    onDone: async () => {
      rememberSearch({ words: '', openedId: null });
      await navigate(staffPaths.people(), { state: { said: 'erased' } });
      forgetPerson(shown.id);
    },
  });
  const { value: cancels, ...cancelsField } = form.field('cancels');

  return (
    <Dialog title={texts.title(shown.name)} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="erase-form">
        <ErrorSummary errors={form.errors} ref={form.summary} />
        <Listed title={texts.goes} lines={shown.kind === 'legal' ? [page.companyName.toLowerCase(), ...texts.goesList] : texts.goesList} />
        <Listed title={texts.stays} lines={texts.staysList} />
        {ahead.length > 0 && (
          <>
            <Ahead items={ahead} />
            <Checkbox {...cancelsField} label={texts.cancels(ahead.length)} required checked={cancels} />
          </>
        )}
        <TextField {...form.field('word')} label={texts.wordLabel(texts.word)} required autoComplete="off" maxLength={20} />
        <Refusal error={form.refusal} text={sayRefusal(form.refusal)} />
        <div className="button-row">
          <Button kind="outline-primary" wide onClick={onClose}>
            {texts.keep}
          </Button>
          <Button type="submit" kind="danger" wide busy={form.isBusy}>
            {texts.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );

  function sayRefusal(error: Error | null): string | undefined {
    const name = problemOf(error);
    if (name === 'changed-meanwhile') return texts.changed;
    if (name === 'beyond-reach') return own.beyond;
    if (name !== 'state-conflict') return undefined;
    return stateOf(error) === 'in_progress' ? texts.underWay : texts.newAhead;
  }
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Ahead({ items }: { readonly items: readonly PersonAppointment[] }) {
  const { erasure: texts } = useMessages(people);
  const language = useLanguage();
  const minute = useDeskMinute();
  return (
    <>
      <h3>{texts.ahead(items.length)}</h3>
      <ul>
        {items.map(({ id, starts_at, service_name }) => (
          <li key={id}>{[starts_at && formatStart(starts_at, language, minute), service_name].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
      <p className="form-text">{texts.cancelsHelp}</p>
    </>
  );
}

/** In which state the appointment is that stands in the way. */
function stateOf(error: Error | null): unknown {
  return error instanceof ApiProblem ? (error.problem as { readonly state?: unknown } | null)?.state : undefined;
}
