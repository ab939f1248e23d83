import type { ContentOf, RecordKind } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { isSame, valueAt } from './content.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { useDifferences } from './differences.ts';
import type { Edit, Newer } from './use-record-edit.ts';

interface Props<Kind extends RecordKind> {
  readonly kind: Kind;
  readonly newer: Newer<ContentOf<Kind>>;
  readonly edit: Edit<ContentOf<Kind>>;
  readonly onStartAgain: () => void;
}

/** What somebody else changed meanwhile, field by field. It is in the form already, except where one wrote something else oneself. */
export function NewerNotice<Kind extends RecordKind>({ newer: { base, now }, edit, onStartAgain }: Props<Kind>) {
  const { newer: texts } = useMessages(records);
  const title = useRef<HTMLHeadingElement>(null);
  const differences = useDifferences()(base, now);
  useEffect(() => title.current?.focus(), []);
  return (
    <Alert kind="warning">
      <h2 className="h3" tabIndex={-1} data-quiet-focus ref={title}>
        {texts.title}
      </h2>
      <p>{texts.text}</p>
      <DifferenceList
        differences={differences}
        below={({ pointer }) =>
          isSame(valueAt(edit.content, pointer), valueAt(now, pointer)) ? (
            <span className="form-text">{texts.taken}</span>
          ) : (
            <>
              <span className="newer-own">{texts.own}</span>
              <button type="button" className="plain-button" onClick={() => edit.put(pointer, valueAt(now, pointer))}>
                {texts.takeOne}
              </button>
            </>
          )
        }
      />
      <p>{texts.keep}</p>
      <Button kind="outline-primary" wide onClick={onStartAgain}>
        {texts.startAgain}
      </Button>
    </Alert>
  );
}
