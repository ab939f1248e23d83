import { countRequests, listPending } from '@sportello/contract';
import { keepCurrent } from '../../staff/live/keep-current.ts';
import { askStaff, askStaffQuietly, readAgain } from '../../staff/staff-call.ts';

export const pendingRequests = askStaff(listPending, {});

export const requestCount = askStaffQuietly(countRequests, {});

// Which requests there are is not known here, only how many: whatever may change that is asked again.
keepCurrent(countRequests, (answer, event) => (event.name === 'appointment' || event.name === 'gone' ? 'stale' : answer));

// Whatever becomes of a request is an event of its appointment.
keepCurrent(listPending, (answer, event) => {
  if (event.name === 'gone') return answer.items.some(({ id }) => id === event.data.id) ? { items: answer.items.filter(({ id }) => id !== event.data.id) } : answer;
  if (event.name !== 'appointment') return answer;
  const isListed = answer.items.some(({ id }) => id === event.data.id);
  if (event.data.state !== 'pending') return isListed ? { items: answer.items.filter(({ id }) => id !== event.data.id) } : answer;
  if (!isListed) return 'stale';
  return { items: answer.items.map((item) => (item.id === event.data.id ? { ...item, ...event.data } : item)) };
});

export function readRequestsAgain(): Promise<void> {
  return readAgain(listPending);
}
