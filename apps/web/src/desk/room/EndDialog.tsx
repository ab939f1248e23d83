import type { DeskAppointment, DeskAppointmentItem } from '@sportello/contract';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { OutcomeFields } from '../attendance/OutcomeFields.tsx';
import { endMeeting, type EndWish } from './end-meeting.ts';

interface Props {
  /** As the desk knows it now: what colleagues change meanwhile is seen here, and nothing typed is lost by it. */
  readonly shown: DeskAppointment;
  readonly name: string;
  readonly onEnded: (item: DeskAppointmentItem) => void;
  readonly onClose: () => void;
}

/** How it ended, what came of it and what comes next, in one form: with it the citizen leaves the room and reads it. */
export function EndDialog({ shown, name, onEnded, onClose }: Props) {
  const { end: texts } = useMessages(deskRoom);
  const form = useForm<EndWish, DeskAppointmentItem>({
    initial: { ending: 'served', outcome: shown.outcome ?? '', next_step: shown.next_step ?? '' },
    send: (wish) => endMeeting(shown, wish),
    onDone: onEnded,
  });
  const { onChange: choose, value: ending, ...endingField } = form.field('ending');
  return (
    <Dialog title={texts.title(name)} onClose={onClose}>
      <form onSubmit={form.submit} noValidate>
        <p>{texts.lead}</p>
        <RadioGroup
          {...endingField}
          label={texts.how}
          required
          choices={[
            { value: 'served', label: texts.served },
            { value: 'missed', label: texts.missed },
          ]}
          value={ending}
          onChange={(value) => choose(value === 'missed' ? 'missed' : 'served')}
        />
        <OutcomeFields outcome={form.field('outcome')} nextStep={form.field('next_step')} />
        <div ref={form.summary} tabIndex={-1} data-quiet-focus>
          <Refusal error={form.refusal} text={problemOf(form.refusal) === 'changed-meanwhile' ? texts.changed : undefined} />
        </div>
        <div className="button-row">
          <Button kind="outline-primary" onClick={onClose}>
            {texts.keep}
          </Button>
          <Button type="submit" kind="danger" busy={form.isBusy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
