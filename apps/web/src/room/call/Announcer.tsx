import { useEffect, useRef, useState } from 'react';
import type { RoomSeen } from '../connection/room-state.ts';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { Part } from './own-media.ts';
import { announceMessages, announcePeople } from './announce.ts';
import { sayAnnouncement } from './say-announcement.ts';

interface Props {
  readonly seen: RoomSeen;
  readonly isReconnecting: boolean;
  readonly ownMicrophone: Part;
  /** Who has begun to speak and went on. */
  readonly speaker: string | null;
}

const mostLines = 4;

/** Tells a screen reader what happens in the room. Lines are added and the oldest taken away, so that nothing is read twice. */
export function Announcer({ seen, isReconnecting, ownMicrophone, speaker }: Props) {
  const texts = useMessages(roomTexts);
  const [lines, setLines] = useState<readonly { readonly id: number; readonly text: string }[]>([]);
  const before = useRef({ seen, isReconnecting });
  const count = useRef(0);

  useEffect(() => {
    const was = before.current;
    before.current = { seen, isReconnecting };
    const network = was.isReconnecting === isReconnecting ? [] : [isReconnecting ? texts.say.reconnecting : texts.say.reconnected];
    const happened = [...announcePeople(was.seen.people, seen.people, seen.you.id), ...announceMessages(was.seen.messages, seen.messages, seen.you.id)];
    const file = seen.files_revision > was.seen.files_revision ? [texts.say.file] : [];
    add([...network, ...happened.map((one) => sayAnnouncement(one, texts.say)), ...file]);
  }, [seen, isReconnecting, texts]);

  const microphone = useRef(ownMicrophone);
  useEffect(() => {
    if (microphone.current !== ownMicrophone) add([ownMicrophone === 'on' ? texts.say.youHeard : texts.say.youMuted]);
    microphone.current = ownMicrophone;
  }, [ownMicrophone, texts]);

  const name = seen.people.find(({ id }) => id === speaker)?.name;
  useEffect(() => {
    if (name) add([texts.say.speaks(name)]);
  }, [name, texts]);

  function add(said: readonly string[]): void {
    if (said.length === 0) return;
    const added = said.map((text) => ({ id: (count.current += 1), text }));
    setLines((shown) => [...shown, ...added].slice(-mostLines));
  }

  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-relevant="additions" aria-label={texts.title}>
      {lines.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
