import { type DeskAppointment, may, noteAppointment, showDeskAppointment } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { dayOf } from '../../format/dates.ts';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { readAgain, staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { AttendanceProvider } from '../attendance/AttendanceContext.tsx';
import { AttendanceFoot } from '../attendance/AttendanceFoot.tsx';
import { useMoment } from '../attendance/moment.ts';
import { useNameOf } from '../name-of.ts';
import { deskAppointment } from '../queries.ts';
import { RoomStanding } from '../room/RoomStanding.tsx';
import { StateChip } from '../StateChip.tsx';
import { groupOf } from '../today/group-board.ts';
import { RowStanding } from '../today/RowStanding.tsx';
import { AppointmentActions } from './AppointmentActions.tsx';
import { AppointmentFacts } from './AppointmentFacts.tsx';
import { HistorySection } from './HistorySection.tsx';
import { NotesSection } from './NotesSection.tsx';
import { OutcomeSection } from './OutcomeSection.tsx';
import { PapersSection } from './PapersSection.tsx';

/** Everything about one appointment, and everything that the desk can do with it. */
export function AppointmentPage() {
  const shown = useAnswer(deskAppointment(useParams().id ?? ''));
  return (
    <AttendanceProvider>
      <Shown key={shown.id} shown={shown} />
      <AttendanceFoot />
    </AttendanceProvider>
  );
}

function Shown({ shown }: { readonly shown: DeskAppointment }) {
  const texts = useMessages(deskAppointmentPage);
  const { role } = useMe();
  const day = dayOf(shown.starts_at ?? shown.arrived_at ?? '1970-01-01T12:00:00Z');
  const moment = useMoment(day);
  const group = groupOf(shown, moment);
  const name = useNameOf()(shown);
  const mayWork = may(role, 'appointment.work');
  return (
    <div className="container page-body appointment-page">
      <StaffHead title={texts.title(name)} up={{ label: texts.up, href: staffPaths.desk({ day: moment.which === 'today' ? undefined : day }) }}>
        <p className="desk-standing">
          {shown.code && <span>{texts.code(shown.code)}</span>}
          <StateChip state={shown.state} />
          {group && <RowStanding item={shown} group={group} />}
          <RoomStanding item={shown} />
        </p>
      </StaffHead>
      {mayWork && <AppointmentActions shown={shown} name={name} day={day} />}
      <div className="desk-columns">
        <div>
          <AppointmentFacts shown={shown} />
          {(shown.state === 'in_progress' || shown.state === 'served' || shown.state === 'missed') && <OutcomeSection shown={shown} mayWork={mayWork} />}
        </div>
        <div>
          <PapersSection appointmentId={shown.id} newCount={shown.new_file_count} />
          <NotesSection
            notes={shown.notes}
            mayWork={mayWork}
            add={(text) => staffCall(noteAppointment, { params: { appointment_id: shown.id }, body: { text } })}
            readAgain={() => readAgain(showDeskAppointment)}
          />
          <HistorySection history={shown.history} />
        </div>
      </div>
      <p className="form-text">{texts.recorded}</p>
    </div>
  );
}
