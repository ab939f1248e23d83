import type { DeskAppointmentItem } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { places } from '../../directory.ts';
import { formatDay, formatHours } from '../../format/dates.ts';
import { dayAfter } from '../../format/days.ts';
import { common } from '../../messages/common.ts';
import { deskAgenda } from '../../messages/desk-agenda.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { StateChip } from '../StateChip.tsx';
import { nameIn } from './AppointmentCard.tsx';
import { canMove } from './moves.ts';
import type { Calendars } from './queries.ts';
import { weekdayOf } from './view.ts';
import { wallTimeOf } from './wall-time.ts';

interface Props {
  readonly item: DeskAppointmentItem;
  readonly calendars: Calendars;
  readonly mayWork: boolean;
  readonly onMove: () => void;
  /** To that day, at the same time. */
  readonly onMoveTo: (day: string) => void;
  readonly onClose: () => void;
}

/** An appointment of the table at a glance, and what can be done with it here. */
export function ItemDialog({ item, calendars, mayWork, onMove, onMoveTo, onClose }: Props) {
  const { item: texts, grid } = useMessages(deskAgenda);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const place = (useAnswerSoon(places) ?? []).find(({ id }) => id === item.place_id);
  const { starts_at, ends_at } = item;
  const next = nextWorkingDay(starts_at ? wallTimeOf(starts_at).day : '');
  return (
    <Dialog title={nameIn(item, grid)} onClose={onClose}>
      <p>
        <StateChip state={item.state} />
      </p>
      <Facts
        facts={[
          ...(starts_at && ends_at ? [{ label: texts.when, value: `${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}` }] : []),
          { label: texts.service, value: item.service_name },
          ...(item.topic ? [{ label: texts.topic, value: item.topic }] : []),
          { label: texts.channel, value: channels[item.channel] },
          ...(place ? [{ label: texts.place, value: place.name }] : []),
          { label: texts.calendars, value: calendars.filter(({ id }) => item.calendar_ids.includes(id)).map(({ name }) => name).join(', ') },
        ]}
      />
      {mayWork && canMove(item) && (
        <div className="agenda-item-moves">
          <Button wide onClick={onMove}>
            {texts.moveHere}
          </Button>
          {next && (
            <Button kind="outline-primary" wide onClick={() => onMoveTo(next)}>
              {texts.nextDay(formatDay(next, language))}
            </Button>
          )}
          <ButtonLink kind="outline-primary" wide href={staffPaths.moveAppointment(item.id)}>
            {texts.moveElsewhere}
          </ButtonLink>
        </div>
      )}
      {mayWork && !canMove(item) && <p className="form-text">{texts.cannotMove}</p>}
      <div className="button-row">
        <ButtonLink kind="outline-primary" wide href={staffPaths.appointment(item.id)}>
          {texts.open}
        </ButtonLink>
        <Button kind="outline-primary" wide onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}

/** The day after, or the Monday after a Friday or a Saturday. */
function nextWorkingDay(day: string): string | null {
  if (day === '') return null;
  const weekday = weekdayOf(day);
  return dayAfter(day, weekday === 5 ? 3 : weekday === 6 ? 2 : 1);
}
