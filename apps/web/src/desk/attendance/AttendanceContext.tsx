import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react';
import { type Attendance, createAttendance, type RowState } from './attendance.ts';

const Context = createContext<Attendance | null>(null);

/** For a page on which attendance is marked: one memory of what is under way and what was done last. */
export function AttendanceProvider({ children }: { readonly children: ReactNode }) {
  const [attendance] = useState(createAttendance);
  return <Context value={attendance}>{children}</Context>;
}

export function useAttendance(): Attendance {
  const attendance = use(Context);
  if (!attendance) throw new Error('no AttendanceProvider');
  return attendance;
}

/** Only what concerns this appointment: the others are not drawn anew. */
export function useRowState(id: string): RowState {
  const { watch, rowOf } = useAttendance();
  return useSyncExternalStore(watch, () => rowOf(id));
}
