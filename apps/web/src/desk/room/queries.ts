import { listWaiting, showStaffRoom } from '@sportello/contract';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { askStaff, askStaffQuietly } from '../../staff/staff-call.ts';

export function staffRoom(id: string) {
  return askStaff(showStaffRoom, { params: { appointment_id: id } });
}

/** Who waits for a room now, within reach. */
export const waitingNow = askStaffQuietly(listWaiting, {});

// Who comes and goes is an event of the appointment; what else the room holds is not in it.
keepCurrent(showStaffRoom, (answer, event) => (event.name === 'reload' || ((event.name === 'appointment' || event.name === 'gone') && event.data.id === answer.appointment_id) ? 'stale' : answer));

keepCurrent(listWaiting, (answer, event) => {
  if (event.name === 'gone') return answer.items.some((one) => one.appointment_id === event.data.id) ? 'stale' : answer;
  return event.name === 'appointment' && event.data.channel === 'video' ? 'stale' : answer;
});
