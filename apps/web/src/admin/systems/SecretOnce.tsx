import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';

interface Props {
  readonly kind: 'key' | 'secret';
  readonly text: string;
  readonly onDone: () => void;
}

/** What is shown this once: to be copied before anything else is done. */
export function SecretOnce({ kind, text, onDone }: Props) {
  const { once, copy } = useMessages(systems);
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone: it goes to what took its place.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="secret-once" aria-labelledby="secret-once">
      <h2 id="secret-once" tabIndex={-1} ref={title}>
        {kind === 'key' ? once.keyTitle : once.secretTitle}
      </h2>
      <Alert kind="warning">
        <p>
          {once.warning} {once.lost}
        </p>
      </Alert>
      <CopyField label={kind === 'key' ? once.keyLabel : once.secretLabel} text={text} {...copy}>
        <Button onClick={onDone}>{once.done}</Button>
      </CopyField>
    </section>
  );
}
