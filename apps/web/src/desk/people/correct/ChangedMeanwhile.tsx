import type { DeskPerson } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { usePersonFields } from '../person-fields.ts';
import { changedFields } from './correction.ts';

interface Props {
  readonly before: DeskPerson;
  readonly newer: DeskPerson;
  readonly onTake: () => void;
}

/** What a colleague changed, above the form that keeps what was typed. */
export function ChangedMeanwhile({ before, newer, onTake }: Props) {
  const { correction: texts } = useMessages(people);
  const { labels, valueOf } = usePersonFields();
  const title = useRef<HTMLHeadingElement>(null);
  const changed = changedFields(before, newer);
  useEffect(() => title.current?.focus(), [newer]);
  return (
    <Alert kind="warning">
      <h3 tabIndex={-1} data-quiet-focus ref={title}>
        {texts.changedTitle}
      </h3>
      {changed.length === 0 ? (
        <p>{texts.changedElse}</p>
      ) : (
        <ul>
          {changed.map((field) => (
            <li key={field}>{texts.changed(labels[field], valueOf(before, field) ?? texts.empty, valueOf(newer, field) ?? texts.empty)}</li>
          ))}
        </ul>
      )}
      <p>{texts.changedKeep}</p>
      <Button kind="outline-primary" onClick={onTake}>
        {texts.changedTake}
      </Button>
    </Alert>
  );
}
