import { addStaffFile, listStaffFiles, may, readStaffFile, removeStaffFile, type Role } from '@sportello/contract';
import { reasonToSignIn, renewingOnce, staffCall, staffKey } from '../staff/staff-call.ts';
import { signInAgain } from '../staff/sign-in-again.ts';
import type { PapersPort } from './papers-port.ts';
import { fetchFile, sendFile } from './transfer.ts';

/** The papers of an appointment, as far as the role may work with them. */
export function papersAtDesk(appointmentId: string, role: Role): PapersPort {
  const params = { appointment_id: appointmentId };
  const opened = { by: 'session' } as const;
  const mayWork = may(role, 'appointment.work');
  return {
    queryKey: [staffKey, listStaffFiles.url, appointmentId],
    list: (signal) => staffCall(listStaffFiles, { params, signal }),
    add: (file, upload) => asStaff(() => sendFile(addStaffFile, { params, opened, file, upload })),
    open: mayWork ? (id) => asStaff(() => fetchFile(readStaffFile, { ...params, file_id: id }, opened)) : null,
    remove: mayWork ? (id) => staffCall(removeStaffFile, { params: { ...params, file_id: id } }) : null,
  };
}

/** As `staffCall` does it: with a new token where the present one is too old, and after a new sign-in where the session is over. */
async function asStaff<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  try {
    return await renewingOnce(attempt);
  } catch (error) {
    const reason = reasonToSignIn(error);
    if (!reason || !(await signInAgain(reason))) throw error;
  }
  return renewingOnce(attempt);
}
