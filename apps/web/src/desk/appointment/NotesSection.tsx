import { changeNote, type Note, removeNote } from '@sportello/contract';
import { useState } from 'react';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { useForm } from '../../staff/form.ts';
import { formatMoment } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

interface Props {
  readonly notes: readonly Note[];
  readonly mayWork: boolean;
  readonly add: (text: string) => Promise<unknown>;
  /** Reads again what they stand on, after a change. */
  readonly readAgain: () => Promise<void>;
}

/** What colleagues tell each other about an appointment, or about somebody. Each changes their own only. */
export function NotesSection({ notes, mayWork, add, readAgain }: Props) {
  const { notes: texts } = useMessages(deskAppointmentPage);
  const [said, setSaid] = useState<string | null>(null);
  const [added, setAdded] = useState(0);

  async function settle(what: string): Promise<void> {
    await readAgain();
    setSaid(what);
  }

  return (
    <section className="desk-section" aria-labelledby="notes">
      <h2 id="notes">{texts.title}</h2>
      <p className="form-text">{texts.lead}</p>
      {notes.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="note-list">
          {notes.map((note) => (
            <NoteRow key={note.id} note={note} onSaid={settle} />
          ))}
        </ul>
      )}
      <Done text={said} />
      {mayWork && (
        <NoteForm
          key={added}
          label={texts.write}
          action={texts.add}
          initial=""
          send={add}
          onDone={async () => {
            await settle(texts.added);
            setAdded(added + 1);
          }}
        />
      )}
    </section>
  );
}

function NoteRow({ note, onSaid }: { readonly note: Note; readonly onSaid: (what: string) => Promise<void> }) {
  const { notes: texts } = useMessages(deskAppointmentPage);
  const language = useLanguage();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const when = formatMoment(note.created_at, language);
  return (
    <li>
      {open === 'change' ? (
        <NoteForm
          label={texts.changeOf(when)}
          action={texts.save}
          initial={note.text}
          send={(text) => staffCall(changeNote, { params: { note_id: note.id }, body: { text } })}
          onDone={async () => {
            await onSaid(texts.saved);
            setOpen(null);
          }}
          onCancel={() => setOpen(null)}
        />
      ) : (
        <>
          <p className="note-text">{note.text}</p>
          <p className="note-foot">
            {note.staff_name}, {when}
            {note.changed_at && <> ({texts.changed(formatMoment(note.changed_at, language))})</>}
            {note.is_mine && (
              <>
                <button type="button" className="row-button row-button-back" aria-label={texts.changeOf(when)} onClick={() => setOpen('change')}>
                  {texts.change}
                </button>
                <button type="button" className="row-button row-button-back" aria-label={texts.removeOf(when)} onClick={() => setOpen('remove')}>
                  {texts.remove}
                </button>
              </>
            )}
          </p>
        </>
      )}
      {open === 'remove' && (
        <Confirm title={texts.removeTitle} action={texts.remove} send={() => staffCall(removeNote, { params: { note_id: note.id } })} onClose={() => setOpen(null)} onDone={() => void onSaid(texts.removed)}>
          <p className="note-text">{note.text}</p>
        </Confirm>
      )}
    </li>
  );
}

interface FormProps {
  readonly label: string;
  readonly action: string;
  readonly initial: string;
  readonly send: (text: string) => Promise<unknown>;
  readonly onDone: () => Promise<void>;
  readonly onCancel?: () => void;
}

function NoteForm({ label, action, initial, send, onDone, onCancel }: FormProps) {
  const { notes: texts } = useMessages(deskAppointmentPage);
  const { cancel, unsaved } = useMessages(staff);
  const form = useForm({
    initial: { text: initial },
    check: ({ text }) => ({ text: text.trim() === '' ? texts.missing : undefined }),
    send: ({ text }) => send(text),
    onDone,
  });
  useUnsavedWarning(form.isChanged && !form.isDone, unsaved);
  const { value, onChange, ...field } = form.field('text');
  return (
    <form className="note-form" onSubmit={form.submit} noValidate>
      <TextArea {...field} label={label} required maxLength={2000} rows={2} defaultValue={value} onChange={onChange} />
      <div ref={form.summary} tabIndex={-1} data-quiet-focus>
        <Refusal error={form.refusal} />
      </div>
      <div className="button-row">
        <Button type="submit" kind="outline-primary" busy={form.isBusy}>
          {action}
        </Button>
        {onCancel && (
          <Button kind="outline-primary" onClick={onCancel}>
            {cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
