import type { DeskAppointmentItem } from '@sportello/contract';
import { deskToday } from '../messages/desk-today.ts';
import { useMessages } from '../messages/LanguageContext.tsx';

/** Who is named on a row: who asked for it; somebody whose data were erased is named so. */
export function useNameOf(): (item: Pick<DeskAppointmentItem, 'person'>) => string {
  const { nobody } = useMessages(deskToday);
  return ({ person }) => person?.name || nobody;
}
