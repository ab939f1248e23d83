import type { ReactNode } from 'react';
import { room as roomTexts } from '../../messages/room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

interface NoticeProps {
  readonly text: string;
  readonly isStrong?: boolean;
  readonly children?: ReactNode;
}

/** A line over the pictures. What a screen reader has to know of it the announcer says, or its role. */
export function Notice({ text, isStrong = false, children }: NoticeProps) {
  return (
    <div className={`call-notice ${isStrong ? 'call-notice-strong' : ''}`}>
      <p>{text}</p>
      {children}
    </div>
  );
}

export function NoticeButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="call-notice-button" onClick={onClick}>
      {children}
    </button>
  );
}

interface NetworkProps {
  readonly isTooSlow: boolean;
  readonly isVoiceOnly: boolean;
  readonly onVoiceOnly: (isVoiceOnly: boolean) => void;
  readonly onKeepVideo: () => void;
}

/** The person decides: nobody's picture is taken away without a word. */
export function NetworkNotice({ isTooSlow, isVoiceOnly, onVoiceOnly, onKeepVideo }: NetworkProps) {
  const { notice: texts } = useMessages(roomTexts);
  if (isVoiceOnly) {
    return (
      <Notice text={texts.voiceOnly}>
        <NoticeButton onClick={() => onVoiceOnly(false)}>{texts.voiceOnlyEnd}</NoticeButton>
      </Notice>
    );
  }
  if (!isTooSlow) return null;
  return (
    <Notice text={texts.slow} isStrong>
      <NoticeButton onClick={() => onVoiceOnly(true)}>{texts.slowDo}</NoticeButton>
      <NoticeButton onClick={onKeepVideo}>{texts.slowKeep}</NoticeButton>
    </Notice>
  );
}
