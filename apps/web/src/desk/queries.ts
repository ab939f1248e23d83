import { showDeskAppointment, showDeskPerson } from '@sportello/contract';
import { keepCurrent } from '../staff/live/keep-current.ts';
import { askStaff } from '../staff/staff-call.ts';
import { followAppointment } from './appointment/follow-appointment.ts';
import { followPerson } from './people/follow-person.ts';

/** Each look is an entry of the trail, so the answer is kept for a while. */
export function deskAppointment(id: string) {
  return askStaff(showDeskAppointment, { params: { appointment_id: id } });
}

export function deskPerson(id: string) {
  return askStaff(showDeskPerson, { params: { person_id: id } });
}

keepCurrent(showDeskAppointment, followAppointment);
keepCurrent(showDeskPerson, followPerson);
