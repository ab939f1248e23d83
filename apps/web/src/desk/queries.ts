import { showBoard, showDeskAppointment, showDeskPerson } from '@sportello/contract';
import { askStaff } from '../staff/staff-call.ts';

/** Each load is an entry of the trail, so the answer is kept for a while. */
export function boardOf(day: string, officeId: string | undefined) {
  return askStaff(showBoard, { querystring: { day, ...(officeId && { office_id: officeId }) } });
}

export function deskAppointment(id: string) {
  return askStaff(showDeskAppointment, { params: { appointment_id: id } });
}

export function deskPerson(id: string) {
  return askStaff(showDeskPerson, { params: { person_id: id } });
}
