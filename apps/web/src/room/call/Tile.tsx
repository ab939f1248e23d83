import type { RoomPerson } from '@sportello/contract';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CallIcon } from './CallIcon.tsx';
import { initialsOf } from './initials.ts';
import type { PeerView } from './mesh.ts';
import type { OwnView } from './own-media.ts';
import { VideoPicture } from './VideoPicture.tsx';

interface OwnProps {
  readonly you: RoomPerson;
  readonly own: OwnView;
}

/** One's own picture, as in a mirror. */
export function OwnTile({ you, own }: OwnProps) {
  const { you: name, youNamed, stage: texts } = useMessages(roomTexts);
  return (
    <li className="call-tile call-tile-own" data-person={you.id}>
      {own.picture ? <VideoPicture stream={own.picture} label={texts.ownPicture} isMirrored /> : <Avatar name={you.name} />}
      <p className="call-name">
        {own.microphone !== 'on' && <MutedMark />}
        <span className="call-name-text">
          <span className="visually-hidden">{youNamed(you.name)}</span>
          <span aria-hidden="true">{name}</span>
        </span>
      </p>
    </li>
  );
}

interface OtherProps {
  readonly person: RoomPerson;
  readonly peer: PeerView | undefined;
  readonly isSpeaking: boolean;
  readonly isVoiceOnly: boolean;
}

/** Somebody else: the attributes tell what arrives of them, for who looks for a fault. */
export function OtherTile({ person, peer, isSpeaking, isVoiceOnly }: OtherProps) {
  const { stage: texts } = useMessages(roomTexts);
  const isSeen = person.camera && !isVoiceOnly && peer?.isConnected;
  return (
    <li className={`call-tile ${isSpeaking ? 'call-tile-speaking' : ''}`} data-person={person.id} data-connected={peer?.isConnected ?? false} data-frames-decoded={peer?.counted.framesDecoded ?? 0}>
      {isSeen ? <VideoPicture stream={peer.received.camera} label={texts.picture(person.name)} /> : <Avatar name={person.name} />}
      <NameLine person={person} isSpeaking={isSpeaking} />
      <Standing person={person} peer={peer} />
    </li>
  );
}

/** What somebody shows of their screen: whole, whatever its shape. */
export function ScreenTile({ person, peer }: Pick<OtherProps, 'person' | 'peer'>) {
  const { stage: texts } = useMessages(roomTexts);
  const title = texts.screenOf(person.name);
  return (
    <li className="call-tile call-tile-screen" data-frames-decoded={peer?.counted.framesDecoded ?? 0}>
      {peer?.isConnected && <VideoPicture stream={peer.received.screen} label={title} />}
      <p className="call-name">
        <CallIcon name="screen" />
        <span className="call-name-text">{title}</span>
      </p>
    </li>
  );
}

function NameLine({ person, isSpeaking }: { readonly person: RoomPerson; readonly isSpeaking: boolean }) {
  const { roles, stage: texts } = useMessages(roomTexts);
  const role = roles[person.role];
  return (
    <p className="call-name">
      {!person.microphone && <MutedMark />}
      {isSpeaking && (
        <>
          <CallIcon name="voice" />
          <span className="visually-hidden">{texts.speaks}: </span>
        </>
      )}
      <span className="call-name-text">
        {person.name}
        <span className="call-role"> · {role}</span>
      </span>
    </p>
  );
}

function MutedMark() {
  const { stage: texts } = useMessages(roomTexts);
  return (
    <>
      <CallIcon name="microphone-off" />
      <span className="visually-hidden">{texts.muted}: </span>
    </>
  );
}

function Standing({ person, peer }: Pick<OtherProps, 'person' | 'peer'>) {
  const { stage: texts } = useMessages(roomTexts);
  if (peer?.isConnected) return null;
  return <p className="call-standing">{person.connection === null || peer === undefined ? texts.lost : texts.connecting}</p>;
}

function Avatar({ name }: { readonly name: string }) {
  const { stage: texts } = useMessages(roomTexts);
  return (
    <div className="call-avatar">
      <span className="call-initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className="visually-hidden">{texts.noCamera}</span>
    </div>
  );
}
