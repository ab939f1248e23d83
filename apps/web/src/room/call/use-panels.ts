import { useRef, useState } from 'react';
import type { RoomSeen } from '../connection/room-state.ts';
import type { PanelName } from './Controls.tsx';

/** Which panel is open beside the pictures, and what has come in the others since they were last looked at. */
export function usePanels({ you, messages, files_revision }: RoomSeen) {
  const [panel, setPanel] = useState<PanelName | null>(null);
  // What was written in the waiting room has been read there.
  const [readMessages, setReadMessages] = useState<ReadonlySet<string>>(() => new Set(messages.map(({ id }) => id)));
  const [seenFiles, setSeenFiles] = useState(files_revision);
  const openButton = useRef<HTMLButtonElement>(null);
  const unread = panel === 'chat' ? [] : messages.filter(({ id, from }) => from !== you.id && !readMessages.has(id));

  /** The open one again closes it. */
  function turn(name: PanelName): void {
    noteWhatWasSeen(name);
    setPanel(panel === name ? null : name);
  }

  function close(): void {
    noteWhatWasSeen(panel);
    openButton.current?.focus();
    setPanel(null);
  }

  function noteWhatWasSeen(next: PanelName | null): void {
    if (panel === 'chat' || next === 'chat') setReadMessages(new Set(messages.map(({ id }) => id)));
    if (panel === 'files' || next === 'files') setSeenFiles(files_revision);
  }

  return { panel, unread, hasNewFiles: panel !== 'files' && files_revision > seenFiles, openButton, turn, close };
}
