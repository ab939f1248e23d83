import { mostInRoom } from '@sportello/contract';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Papers } from '../../papers/Papers.tsx';
import type { PapersPort, PapersReader } from '../../papers/papers-port.ts';
import type { RoomConnection } from '../connection/room-connection.ts';
import type { RoomSeen } from '../connection/room-state.ts';
import { Announcer } from './Announcer.tsx';
import { CallHead } from './CallHead.tsx';
import { CallStyle } from './CallStyle.tsx';
import { Chat } from './ChatPanel.tsx';
import { Controls, type PanelName, type QuestionName } from './Controls.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { MoreDialog } from './MoreDialog.tsx';
import { CallNotices } from './CallNotices.tsx';
import { Panel } from './Panel.tsx';
import { LeaveDialog, PhoneDialog } from './Questions.tsx';
import { useQuietSurroundings } from './quiet-surroundings.ts';
import { speakersOf } from './speaking.ts';
import { Stage } from './Stage.tsx';
import { useCall } from './use-call.ts';
import { usePanels } from './use-panels.ts';
import { useSpeaking } from './use-speakers.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { Voices } from './Voices.tsx';
import { WaitingPeople } from './WaitingPanel.tsx';

interface Props {
  readonly room: RoomConnection;
  readonly seen: RoomSeen;
  readonly isReconnecting: boolean;
  /** What the meeting is about. */
  readonly subject: string;
  /** The papers of the appointment, for whoever looks at them; null: none here. */
  readonly papers: { readonly port: PapersPort; readonly reader: PapersReader } | null;
  /** "Call me by phone", shown in a question of its own; left out for the desk. */
  readonly phone?: ReactNode;
  /** What the desk does with the appointment, among the buttons at the bottom. */
  readonly tools?: ReactNode;
  /** How the appointment stands, where that has to be known in the room. */
  readonly notice?: string | null;
  /** After the person has said that they want to go. */
  readonly onLeave: () => void;
}

/** The video call: whoever is in the room, the buttons, and what was written and sent. It fills the screen. */
export function Call({ room, seen, isReconnecting, subject, papers, phone, tools, notice = null, onLeave }: Props) {
  const { own, mesh, ownView, meshView, turnVoiceOnly } = useCall(room);
  const speaking = useSpeaking(mesh);
  const panels = usePanels(seen);
  const [question, ask] = useState<QuestionName | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useQuietSurroundings(place);
  useKeptFocus(place);
  useWakeLock();
  const { you, people, files_revision } = seen;
  const letsIn = you.role === 'official' || you.role === 'colleague';
  const waiting = people.filter(({ is_in }) => !is_in);
  const isFull = people.length - waiting.length >= mostInRoom;
  const close = () => ask(null);

  return (
    <>
      <CallStyle />
      <div ref={place} className={`call ${panels.panel ? 'call-with-panel' : ''}`}>
        <CallHead people={people} you={you} subject={subject} />
        <div className="call-middle">
          <div className="call-stage">
            <Stage people={people} you={you} own={ownView} mesh={meshView} speakers={speakersOf(speaking)} />
            <div className="call-notices">
              <Voices voices={Object.entries(meshView.peers).map(([person, { received }]) => [person, received.audio] as const)} speakerId={ownView.choices.speakerId} />
              <CallNotices
                seen={seen}
                standing={notice}
                isReconnecting={isReconnecting}
                own={own}
                view={ownView}
                meshView={meshView}
                onVoiceOnly={turnVoiceOnly}
                waiting={letsIn && panels.panel !== 'waiting' ? waiting : []}
                isFull={isFull}
                unread={panels.unread}
                onAdmit={(person) => room.admit(person)}
                onOpenChat={() => panels.turn('chat')}
              />
            </div>
          </div>
          {panels.panel && (
            <OpenPanel name={panels.panel} onClose={panels.close}>
              {panels.panel === 'chat' && <Chat messages={seen.messages} ownId={you.id} onSend={(text) => room.chat(text)} onSendAgain={(id) => room.chatAgain(id)} />}
              {panels.panel === 'files' && papers && <Papers port={papers.port} reader={papers.reader} revision={files_revision} />}
              {panels.panel === 'waiting' && <WaitingPeople people={people} ownId={you.id} isFull={isFull} onAdmit={(person) => room.admit(person)} onSendBack={(person) => room.sendBack(person)} />}
            </OpenPanel>
          )}
        </div>
        <Controls
          own={own}
          view={ownView}
          onCamera={() => (meshView.isVoiceOnly ? turnVoiceOnly(false) : void own.turnCamera())}
          panel={panels.panel}
          unread={panels.unread.length}
          hasNewFiles={panels.hasNewFiles}
          waiting={letsIn ? waiting.length : null}
          hasFiles={papers !== null}
          hasPhone={phone !== undefined}
          tools={tools}
          openButton={panels.openButton}
          onPanel={panels.turn}
          onAsk={ask}
        />
        <Announcer seen={seen} isReconnecting={isReconnecting} ownMicrophone={ownView.microphone} speaker={speaking.announced} />
      </div>
      {question === 'more' && <MoreDialog own={own} view={ownView} isVoiceOnly={meshView.isVoiceOnly} onVoiceOnly={turnVoiceOnly} onClose={close} />}
      {question === 'phone' && <PhoneDialog onClose={close}>{phone}</PhoneDialog>}
      {question === 'leave' && <LeaveDialog onLeave={onLeave} onClose={close} />}
    </>
  );
}

function OpenPanel({ name, onClose, children }: { readonly name: PanelName; readonly onClose: () => void; readonly children: ReactNode }) {
  const texts = useMessages(roomTexts)[name];
  return (
    <Panel key={name} title={texts.title} closeLabel={texts.close} onClose={onClose}>
      {/* What is still on its way is waited for here: the call around it stays. */}
      <Suspense fallback={null}>{children}</Suspense>
    </Panel>
  );
}
