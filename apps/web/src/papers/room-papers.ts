import { addRoomFile, call, listRoomFiles, readRoomFile } from '@sportello/contract';
import { currentLanguage } from '../session/language-choice.ts';
import type { PapersPort } from './papers-port.ts';
import { fetchFile, sendFile } from './transfer.ts';

/** The papers of the appointment from inside its room. `roomId` names the list; `token` is asked for anew each time, as it is renewed while people talk. */
export function papersOfRoom(roomId: string, token: () => string): PapersPort {
  const opened = () => ({ by: 'token', token: token() }) as const;
  return {
    queryKey: [listRoomFiles.url, roomId],
    list: (signal) => call(listRoomFiles, { token: token(), language: currentLanguage(), signal }),
    add: (file, upload) => sendFile(addRoomFile, { params: {}, opened: opened(), file, upload }),
    open: (id) => fetchFile(readRoomFile, { file_id: id }, opened()),
    remove: null,
  };
}
