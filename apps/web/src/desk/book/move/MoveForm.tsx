import type { DeskAppointment } from '@sportello/contract';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { problemOf } from '../../../staff/staff-call.ts';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import type { DeskWish } from '../desk-choice.ts';
import { focusOn, submitId } from '../focus-on.ts';
import type { Slot } from '../queries.ts';
import { FreeTimes } from '../times/FreeTimes.tsx';
import { OtherTime } from '../times/OtherTime.tsx';
import { useToday } from '../today.ts';
import { FromTo } from './FromTo.tsx';
import { type Target, useMove } from './move.ts';
import type { ChangeWish } from './MovePage.tsx';
import { MoveTrouble } from './MoveTrouble.tsx';
import { QuickMove } from './QuickMove.tsx';
import { WhereFields } from './WhereFields.tsx';

interface Props {
  readonly appointment: DeskAppointment;
  readonly wish: DeskWish;
  readonly onChange: ChangeWish;
}

/** The same free times as for a booking. The first one from tomorrow on is one press away; for any other, a time and a press. */
export function MoveForm({ appointment, wish, onChange }: Props) {
  const { move: texts } = useMessages(deskBook);
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const today = useToday();
  const [tell, setTell] = useState(true);
  const [byHand, setByHand] = useState<Target | null>(null);
  const moving = useMove(appointment, ({ id }, wasTold) => void navigate(staffPaths.booked(id, wasTold ? 'told' : 'untold'), { replace: true }));
  const asked = query.get('inizio');
  const fromList: Target | null = asked ? { starts_at: asked, place_id: wish.place?.id ?? null, calendar_id: wish.calendarId ?? null, outside_hours: false } : null;
  const target = byHand ?? fromList;

  function move(to: Target): void {
    moving.mutate({ to, tell });
  }

  function choose({ starts_at }: Pick<Slot, 'starts_at'>): void {
    moving.reset();
    setByHand(null);
    onChange({ inizio: starts_at });
    focusOn(submitId);
  }

  function chooseByHand(to: Target): void {
    moving.reset();
    setByHand(to);
    focusOn(submitId);
  }

  return (
    <div className="desk-book-columns">
      <FreeTimes
        wish={wish}
        appointmentId={appointment.id}
        from={query.get('giorno') ?? today}
        today={today}
        onFrom={(day) => onChange({ giorno: day })}
        chosen={target?.starts_at ?? null}
        busy={moving.isPending ? moving.variables.to.starts_at : null}
        onChoose={choose}
        other={
          <OtherTime
            wish={wish}
            prefilled={null}
            isBusy={moving.isPending}
            error={null}
            onHold={({ starts_at, place_id, calendar_id, outside_hours }) => chooseByHand({ starts_at, place_id, calendar_id, outside_hours })}
          />
        }
      />
      <div className="desk-book-form">
        <FromTo appointment={appointment} startsAt={target?.starts_at ?? null} />
        <WhereFields wish={wish} onChange={onChange} />
        <div className="tell-field">
          <Checkbox id="tell" label={texts.tell} checked={tell} onChange={setTell} />
          {tell && <p className="form-text">{appointment.has_email ? texts.tellHelp.email : texts.tellHelp.none}</p>}
        </div>
        {moving.error && (
          <MoveTrouble
            error={moving.error}
            startsAt={moving.variables?.to.starts_at ?? ''}
            onAnyway={byHand && problemOf(moving.error) === 'slot-not-offered' ? () => move({ ...byHand, outside_hours: true }) : null}
            onChoose={choose}
          />
        )}
        {target ? (
          <div id={submitId}>
            <Button busy={moving.isPending} wide onClick={() => move(target)}>
              {texts.submit}
            </Button>
          </div>
        ) : (
          <QuickMove wish={wish} appointmentId={appointment.id} today={today} isBusy={moving.isPending} onMove={move} />
        )}
      </div>
    </div>
  );
}
