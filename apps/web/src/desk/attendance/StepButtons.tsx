import { type DeskAppointmentItem, may } from '@sportello/contract';
import type { MouseEvent } from 'react';
import { deskToday } from '../../messages/desk-today.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { Icon } from '../../ui/Icon.tsx';
import { isSecondPress } from './attendance.ts';
import { EnterRoom } from '../room/EnterRoom.tsx';
import { useAttendance, useRowState } from './AttendanceContext.tsx';
import { useMoment } from './moment.ts';
import { type Step, stepsOf } from './steps.ts';

interface Props {
  readonly item: DeskAppointmentItem;
  readonly name: string;
  readonly day: string;
  /** On the page of the appointment, not on a row. */
  readonly isRoomy?: boolean;
}

/** Everything that can be done with one appointment in one press. The names say with whom, for who hears them one by one. */
export function StepButtons({ item, name, day, isRoomy = false }: Props) {
  const texts = useMessages(deskToday);
  const { role } = useMe();
  const moment = useMoment(day);
  const { mark, call, askOutcome } = useAttendance();
  const { isBusy } = useRowState(item.id);
  if (!may(role, 'appointment.work')) return null;

  const steps = stepsOf(item, moment);
  // Where calling is not what comes next, the drawing is enough.
  const isCallNext = isRoomy || (steps.length < 2 && (item.channel === 'phone' || item.to_call_since !== null));

  return (
    <div className="row-buttons">
      <EnterRoom item={item} name={name} moment={moment} />
      {steps.map((step) => (
        <RowButton key={step.to} action={step.look} look={lookOf(step)} label={labelOf(step, item)} says={nameOf(step, item)} isBusy={isBusy} onPress={() => void mark(item, step.to)} />
      ))}
      {item.state === 'served' && (
        <RowButton action="outcome" look="other" label={texts.outcome} says={texts.outcomeOf(name)} isBusy={isBusy} onPress={() => askOutcome(item)} />
      )}
      {item.has_phone && item.state !== 'served' && may(role, 'person.reveal') && (
        <RowButton action="call" look="other" label={isCallNext ? texts.call : null} says={texts.callOf(name)} icon isBusy={isBusy} onPress={() => void call(item)} />
      )}
    </div>
  );

  /** Where somebody waits for a room, going in is what comes next. */
  function lookOf({ look }: Step): Step['look'] {
    return look === 'main' && item.waiting_since !== null ? 'other' : look;
  }

  function labelOf({ to, look }: Step, { state, starts_at }: DeskAppointmentItem): string {
    if (look === 'back') return texts.back[state as keyof typeof texts.back];
    return to === 'missed' && starts_at === null ? texts.leaves : texts.marks[to as keyof typeof texts.marks];
  }

  function nameOf({ to, look }: Step, { state, starts_at }: DeskAppointmentItem): string {
    if (look === 'back') return `${texts.back[state as keyof typeof texts.back]}: ${name}`;
    return to === 'missed' && starts_at === null ? texts.leavesOf(name) : texts.marksOf[to as keyof typeof texts.marksOf](name);
  }
}

interface RowButtonProps {
  /** By which the focus is found again when the row has moved. */
  readonly action: string;
  readonly look: Step['look'];
  /** null: the drawing says it. */
  readonly label: string | null;
  readonly says: string;
  readonly icon?: boolean;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

export function RowButton({ action, look, label, says, icon = false, isBusy, onPress }: RowButtonProps) {
  function press(event: MouseEvent): void {
    if (!isSecondPress(event) && !isBusy) onPress();
  }
  return (
    <button type="button" className={`row-button row-button-${look}`} data-action={action} aria-label={says} title={label === null ? says : undefined} aria-disabled={isBusy || undefined} onClick={press}>
      {icon && <Icon name="telephone" size="sm" />}
      {label}
    </button>
  );
}
