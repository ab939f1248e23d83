import type { NewCalendarFeed } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { calendarLinks } from '../../messages/calendar-links.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Collapsible } from '../../ui/Collapsible.tsx';
import { CopyField } from '../../ui/CopyField.tsx';

/** The address, this once, and how programs take it. */
export function MadeFeed({ feed: { address, webcal } }: { readonly feed: NewCalendarFeed }) {
  const { feed: texts } = useMessages(calendarLinks);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="link-made">
      <h3 tabIndex={-1} ref={heading}>
        {texts.made}
      </h3>
      <Alert kind="warning">
        <p>
          <strong>{texts.warning}</strong> {texts.warningReads}
        </p>
      </Alert>
      <CopyField label={texts.address} text={address} copy={texts.copy} copied={texts.copied} failed={texts.failed}>
        <ButtonLink kind="outline-primary" href={webcal}>
          {texts.open}
        </ButtonLink>
      </CopyField>
      <div className="mt-3">
        <Collapsible title={texts.how}>
          <dl className="link-programs">
            {Object.entries(texts.programs).map(([key, { name, how }]) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </Collapsible>
      </div>
    </div>
  );
}
