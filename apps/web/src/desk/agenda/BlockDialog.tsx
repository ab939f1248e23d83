import { type Block, createBlock, removeBlock, showAgenda } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { formatDay, formatHours } from '../../format/dates.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import type { it } from '../../messages/desk-agenda.it.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf, readAgain, staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Calendars } from './queries.ts';
import { TimeField } from './TimeField.tsx';
import { instantAt, readMinute } from './wall-time.ts';

interface Props {
  readonly calendars: Calendars;
  readonly calendarId: string;
  readonly day: string;
  /** One that is there already: it is shown, and can be given back. */
  readonly block?: Block;
  readonly mayChange?: boolean;
  readonly onClose: () => void;
}

export function BlockDialog(props: Props) {
  return props.block ? <KnownBlock {...props} block={props.block} /> : <NewBlock {...props} />;
}

function KnownBlock({ block, calendars, mayChange, onClose }: Props & { readonly block: Block }) {
  const { block: texts } = useMessages(deskAgenda);
  const language = useLanguage();
  const removing = useMutation({
    mutationFn: () => staffCall(removeBlock, { params: { block_id: block.id } }),
    onSuccess: async () => {
      await readAgain(showAgenda);
      onClose();
    },
  });
  return (
    <Dialog title={texts.removeTitle} onClose={onClose}>
      <p>
        {formatDay(block.starts_at, language)}, {formatHours(block.starts_at, block.ends_at, language)}
        <br />
        {calendars.filter(({ id }) => block.calendar_ids.includes(id)).map(({ name }) => name).join(', ')}
      </p>
      {block.reason && <p>{block.reason}</p>}
      {!block.is_removable && <p>{texts.hidden}</p>}
      <Refusal error={removing.error} />
      <div className="button-row">
        <Button kind="outline-primary" wide onClick={onClose}>
          {texts.close}
        </Button>
        {mayChange && block.is_removable && (
          <Button kind="danger" wide busy={removing.isPending} onClick={() => removing.mutate()}>
            {texts.remove}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function NewBlock({ calendars, calendarId, day, onClose }: Props) {
  const { block: texts } = useMessages(deskAgenda);
  const form = useForm({
    initial: { calendarId, day, from: '', to: '', reason: '' },
    check: (values) => mistakesIn(values, texts),
    send: ({ calendarId: id, day: on, from, to, reason }) =>
      staffCall(createBlock, {
        body: { calendar_ids: [id], starts_at: instantAt(on, readMinute(from) ?? 0), ends_at: instantAt(on, readMinute(to) ?? 0), ...(reason.trim() && { reason: reason.trim() }) },
      }),
    onDone: async () => {
      await readAgain(showAgenda);
      onClose();
    },
  });
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form noValidate onSubmit={form.submit}>
        <p>{texts.text}</p>
        <ErrorSummary errors={form.errors} ref={form.summary} />
        <Refusal error={form.refusal} text={problemOf(form.refusal) === 'slot-taken' ? texts.taken : undefined} />
        <SelectField {...form.field('calendarId')} label={texts.calendar} required empty={texts.choose} choices={calendars.map(({ id, name }) => ({ value: id, label: name }))} />
        <div className="field-row">
          <TextField {...form.field('day')} label={texts.day} type="date" required />
          <TimeField {...form.field('from')} label={texts.from} required />
          <TimeField {...form.field('to')} label={texts.to} required />
        </div>
        <TextField {...form.field('reason')} label={texts.reason} help={texts.reasonHelp} maxLength={200} />
        <div className="button-row">
          <Button kind="outline-primary" wide onClick={onClose}>
            {texts.close}
          </Button>
          <Button type="submit" wide busy={form.isBusy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function mistakesIn({ calendarId, day, from, to }: { calendarId: string; day: string; from: string; to: string }, texts: typeof it.block): Record<string, string> {
  const [begins, ends] = [readMinute(from), readMinute(to)];
  return {
    ...(calendarId === '' && { calendarId: texts.calendarMissing }),
    ...(day === '' && { day: texts.dayMissing }),
    ...(begins === null && { from: texts.fromMissing }),
    ...(ends === null ? { to: texts.toMissing } : begins !== null && ends <= begins ? { to: texts.toTooEarly } : {}),
  };
}
