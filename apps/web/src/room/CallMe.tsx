import type { Appointment, CallOutput, requestCall } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { OfficePhone } from '../manage/OfficePhone.tsx';
import { roomBefore } from '../messages/room-before.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { fieldErrorsOf, troubleOf } from '../trouble.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  readonly office: Appointment['office'];
  /** The number that is known, masked; null: one is asked for. */
  readonly knownPhone: string | null;
  /** Whether the office was told already, in this visit or before. */
  readonly wasTold: boolean;
  /** Tells the office; without a number, the known one is called. */
  readonly send: (phone: string | undefined) => Promise<CallOutput<typeof requestCall>>;
  readonly onTold?: () => void;
  /** The way back to video, beside the answer; left out where there is none. */
  readonly wayBack?: ReactNode;
}

/** "Chiamami al telefono": one press where a number is known, and always in sight. */
export function CallMe({ office, knownPhone, wasTold, send, onTold, wayBack }: Props) {
  const { phone: texts } = useMessages(roomBefore);
  const [isTyping, setTyping] = useState(false);
  const title = useId();
  const sending = useMutation({ mutationFn: send, onSuccess: onTold });
  const isTold = wasTold || sending.isSuccess;
  const heading = useFocusWhen(sending.isSuccess);
  const needsNumber = knownPhone === null || isTyping;

  return (
    <section className={`room-phone ${isTold ? 'room-phone-told' : ''}`} aria-labelledby={title}>
      {isTold ? (
        <div role="status">
          <h2 id={title} ref={heading} tabIndex={-1}>
            <Icon name="telephone" color="success" />
            {texts.told}
          </h2>
          <p>{knownPhone && !isTyping ? `${texts.known(knownPhone)} ${texts.toldText}` : texts.toldText}</p>
          {wayBack}
        </div>
      ) : (
        <>
          <h2 id={title}>{texts.title}</h2>
          <p className="room-phone-lead">{texts.lead}</p>
          {needsNumber ? (
            <NumberForm isOpen={isTyping} isBusy={sending.isPending} error={fieldErrorsOf(sending.error).phone} onOpen={() => setTyping(true)} onSend={(phone) => sending.mutate(phone)} />
          ) : (
            <>
              <Button kind="outline-primary" busy={sending.isPending} wide onClick={() => sending.mutate(undefined)}>
                <Icon name="telephone" size="sm" color="primary" />
                {texts.press}
              </Button>
              <p className="room-phone-number">
                {texts.known(knownPhone)}{' '}
                <button type="button" className="link-button" onClick={() => setTyping(true)}>
                  {texts.other}
                </button>
              </p>
            </>
          )}
          {sending.error && !fieldErrorsOf(sending.error).phone && <Trouble error={sending.error} office={office} />}
        </>
      )}
    </section>
  );
}

interface FormProps {
  /** Until then it is one button, so that it takes no room from the call. */
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly error: string | undefined;
  readonly onOpen: () => void;
  readonly onSend: (phone: string) => void;
}

function NumberForm({ isOpen, isBusy, error, onOpen, onSend }: FormProps) {
  const { phone: texts } = useMessages(roomBefore);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const shownError = isMissing ? texts.numberMissing : error;

  useEffect(() => {
    if (isOpen || shownError) form.current?.querySelector('input')?.focus();
  }, [isOpen, shownError]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(typed.trim() === '');
    if (typed.trim() !== '' && !isBusy) onSend(typed.trim());
  }

  if (!isOpen) {
    return (
      <Button kind="outline-primary" wide onClick={onOpen}>
        <Icon name="telephone" size="sm" color="primary" />
        {texts.press}
      </Button>
    );
  }
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <TextField id={id} name="phone" type="tel" inputMode="tel" autoComplete="tel" required maxLength={40} label={texts.number} help={texts.numberHelp} error={shownError} value={typed} onChange={setTyped} />
      <Button type="submit" busy={isBusy} wide>
        {texts.send}
      </Button>
    </form>
  );
}

function Trouble({ error, office }: { readonly error: Error; readonly office: Appointment['office'] }) {
  const { phone: texts } = useMessages(roomBefore);
  return (
    <Alert kind="danger" role="alert">
      <OfficePhone office={office} before={troubleOf(error).kind === 'refused' ? texts.cannot : texts.failed} />
    </Alert>
  );
}

/** The button that was pressed is gone: the title of what happened takes the focus. */
function useFocusWhen(isSo: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isSo) heading.current?.focus();
  }, [isSo]);
  return heading;
}
