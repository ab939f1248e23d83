import { addFile, listFiles, parseAppointmentCode, readFile, removeFile } from '@sportello/contract';
import { ask, send } from '../api.ts';
import { tokenFor } from '../session/appointment-tokens.ts';
import { currentLanguage } from '../session/language-choice.ts';
import type { PapersPort } from './papers-port.ts';
import { fetchFile, type Opened, sendFile } from './transfer.ts';

/** The papers of the appointment that the link of this tab opens. */
export function papersOfAppointment(typedCode: string): PapersPort {
  const code = parseAppointmentCode(typedCode) ?? typedCode;
  const token = tokenFor(typedCode) ?? '';
  const opened: Opened = { by: 'token', token };
  const question = ask(listFiles, { params: { code }, token })(currentLanguage());
  return {
    queryKey: question.queryKey,
    list: (signal) => question.queryFn({ signal }),
    add: (file, upload) => sendFile(addFile, { params: { code }, opened, file, upload }),
    open: (id) => fetchFile(readFile, { code, file_id: id }, opened),
    remove: (id) => send(removeFile, { params: { code, file_id: id }, token }),
  };
}
