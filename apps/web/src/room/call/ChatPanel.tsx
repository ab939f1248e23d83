import { mostChatCharacters } from '@sportello/contract';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { formatTime } from '../../format/dates.ts';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { ShownMessage } from '../connection/room-state.ts';

interface Props {
  readonly messages: readonly ShownMessage[];
  readonly ownId: string;
  readonly onSend: (text: string) => void;
  readonly onSendAgain: (id: string) => void;
}

/** What was written, and a field to write. */
export function Chat({ messages, ownId, onSend, onSendAgain }: Props) {
  const { chat: texts } = useMessages(roomTexts);
  const list = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last]);
  return (
    <div className="call-chat">
      {/* It scrolls, so the keyboard can reach it. */}
      <div ref={list} className="call-chat-list" tabIndex={0} role="group" aria-label={texts.list}>
        {messages.length === 0 ? (
          <p className="call-empty">{texts.empty}</p>
        ) : (
          <ul>
            {messages.map((message) => (
              <Message key={message.id} message={message} isOwn={message.from === ownId} onSendAgain={() => onSendAgain(message.id)} />
            ))}
          </ul>
        )}
      </div>
      <ChatForm onSend={onSend} />
    </div>
  );
}

function Message({ message: { name, text, at, standing }, isOwn, onSendAgain }: { readonly message: ShownMessage; readonly isOwn: boolean; readonly onSendAgain: () => void }) {
  const { chat: texts } = useMessages(roomTexts);
  return (
    <li className={`call-message ${isOwn ? 'call-message-own' : ''}`}>
      <p className="call-message-who">
        <strong>{isOwn ? texts.yours : name}</strong> <span>{standing === 'sending' ? texts.sending : formatTime(at)}</span>
      </p>
      <p className="call-message-text">{text}</p>
      {standing === 'unsent' && (
        <p className="call-message-unsent">
          {texts.unsent}{' '}
          <button type="button" className="call-text-button" onClick={onSendAgain}>
            {texts.again}
          </button>
        </p>
      )}
    </li>
  );
}

function ChatForm({ onSend }: Pick<Props, 'onSend'>) {
  const { chat: texts } = useMessages(roomTexts);
  const [text, setText] = useState('');
  const id = useId();

  function submit(event: FormEvent | KeyboardEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    onSend(text.trim());
    setText('');
  }

  /** Enter sends, as everybody expects of messages; with Shift it begins a line. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  }

  return (
    <form className="call-chat-form" onSubmit={submit}>
      <label htmlFor={id}>{texts.label}</label>
      <div className="call-chat-field">
        <textarea id={id} rows={2} maxLength={mostChatCharacters} value={text} onChange={({ target }) => setText(target.value)} onKeyDown={onKeyDown} />
        <button type="submit" className="btn btn-primary">
          {texts.send}
        </button>
      </div>
    </form>
  );
}
