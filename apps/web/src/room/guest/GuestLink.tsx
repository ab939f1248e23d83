import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';

interface Props {
  readonly name: string;
  readonly token: string;
  readonly onNext: () => void;
}

/** The link of a guest, shown once: to be copied, or handed to another app of the device. */
export function GuestLink({ name, token, onNext }: Props) {
  const { guests: texts } = useMessages(roomBefore);
  const url = `${window.location.origin}${paths.guestRoom()}#${token}`;
  return (
    <Alert kind="success" role="status">
      <CopyField label={texts.link(name)} text={url} copy={texts.copy} copied={texts.copied} failed={texts.copyFailed}>
        {typeof navigator.share === 'function' && (
          // Whoever changes their mind in the system's own sheet is no trouble.
          <Button kind="outline-primary" onClick={() => void navigator.share({ url }).catch(() => undefined)}>
            {texts.share}
          </Button>
        )}
      </CopyField>
      <p>{texts.once}</p>
      <button type="button" className="link-button" onClick={onNext}>
        {texts.open}
      </button>
    </Alert>
  );
}
