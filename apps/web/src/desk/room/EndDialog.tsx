import type { DeskAppointment, DeskAppointmentItem } from '@sportello/contract';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { problemOf } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
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
  const { onChange: changeOutcome, value: outcome, ...outcomeField } = form.field('outcome');
  const { onChange: changeNext, value: nextStep, ...nextField } = form.field('next_step');
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
        <TextArea {...outcomeField} label={texts.outcome} help={texts.outcomeHelp} maxLength={2000} rows={3} defaultValue={outcome} onChange={changeOutcome} />
        <TextArea {...nextField} label={texts.nextStep} help={texts.nextStepHelp} maxLength={1000} rows={2} defaultValue={nextStep} onChange={changeNext} />
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
