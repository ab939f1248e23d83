import { mostChatCharacters } from '@sportello/contract';
import { type FormEvent, useId, useState } from 'react';
import { formatTime } from '../../format/dates.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import type { ShownMessage } from '../connection/room-state.ts';

interface Props {
  readonly messages: readonly ShownMessage[];
  /** Whose messages are one's own. */
  readonly you: string;
  readonly onChat: (text: string) => void;
  /** Above it, where it is not the citizen who writes to the office. */
  readonly title?: string;
}

/** Writing to the office while one waits: "I am a little late with the papers". */
export function WaitingChat({ messages, you, onChat, title }: Props) {
  const { waiting: texts } = useMessages(roomBefore);
  const id = useId();
  const [typed, setTyped] = useState('');
  const last = messages.findLast(({ from }) => from !== you);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const text = typed.trim();
    if (text === '') return;
    onChat(text);
    setTyped('');
  }

  return (
    <section className="room-chat" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title ?? texts.chat}</h2>
      <Live text={last ? texts.newMessage(last.name, last.text) : ''} />
      {messages.length > 0 && (
        <ul className="room-messages" aria-label={texts.messages}>
          {messages.map((message) => (
            <li key={message.id} className={message.from === you ? 'message-own' : undefined}>
              <span className="message-head">
                {message.from === you ? texts.you : message.name}, {formatTime(message.at)}
              </span>
              <span className="message-text">{message.text}</span>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} noValidate>
        <label className="form-label" htmlFor={id}>
          {texts.message}
        </label>
        {title === undefined && (
          <p className="form-text" id={`${id}-help`}>
            {texts.chatHelp}
          </p>
        )}
        <div className="room-chat-line">
          <input id={id} className="form-control" type="text" autoComplete="off" maxLength={mostChatCharacters} aria-describedby={title === undefined ? `${id}-help` : undefined} value={typed} onChange={({ target }) => setTyped(target.value)} />
          <Button type="submit" kind="outline-primary">
            {texts.send}
          </Button>
        </div>
      </form>
    </section>
  );
}
