import { countMisfits, type DeskAppointmentItem, listMisfits, type MisfitList } from '@sportello/contract';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { askStaff, askStaffQuietly, readAgain } from '../../staff/staff-call.ts';

/** Those that fall in one closure; null: all within reach. */
export function misfitsOf(closureId: string | null) {
  return askStaff(listMisfits, { querystring: closureId === null ? {} : { closure_id: closureId } });
}

export function misfitCountOf(closureId: string | null) {
  return askStaffQuietly(countMisfits, { querystring: closureId === null ? {} : { closure_id: closureId } });
}

// What does not fit is known by the server only: where there is something, whatever may settle it makes the board ask again.
keepCurrent(countMisfits, (answer, event) => (answer.count > 0 && (event.name === 'appointment' || event.name === 'gone') ? 'stale' : answer));

// In the list, what left stays away; the rest is as it was read, so that nothing that was chosen changes under the hands.
keepCurrent(listMisfits, (answer, event) => {
  if (event.name === 'gone') return without(answer, event.data.id);
  return event.name === 'appointment' ? followed(answer, event.data) : answer;
});

const standing: readonly DeskAppointmentItem['state'][] = ['pending', 'confirmed', 'arrived'];

function followed(answer: MisfitList, now: DeskAppointmentItem): MisfitList {
  const listed = answer.items.find(({ appointment }) => appointment.id === now.id);
  if (!listed || now.revision < listed.appointment.revision) return answer;
  const hasLeft = now.starts_at !== listed.appointment.starts_at || now.place_id !== listed.appointment.place_id || !standing.includes(now.state);
  if (hasLeft) return without(answer, now.id);
  return { ...answer, items: answer.items.map((one) => (one === listed ? { ...one, appointment: now } : one)) };
}

function without(answer: MisfitList, id: string): MisfitList {
  const items = answer.items.filter(({ appointment }) => appointment.id !== id);
  if (items.length === answer.items.length) return answer;
  return { ...answer, items, open_count: answer.open_count - 1, closure: answer.closure && { ...answer.closure, done_count: answer.closure.done_count + 1 } };
}

export async function readMisfitsAgain(): Promise<void> {
  await Promise.all([readAgain(listMisfits), readAgain(countMisfits)]);
}
