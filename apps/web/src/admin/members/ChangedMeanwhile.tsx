import type { Member } from '@sportello/contract';
import { useEffect, useRef } from 'react';
import { useAnswer } from '../../api.ts';
import { municipalities, offices } from '../../directory.ts';
import { members } from '../../messages/members.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { scopeNames } from '../../staff/scope-names.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';

/** How it is now, above the form that keeps what was typed. */
export function ChangedMeanwhile({ newer, onTake }: { readonly newer: Member; readonly onTake: () => void }) {
  const { member: texts, form, list, states } = useMessages(members);
  const { roles } = useMessages(staff);
  const title = useRef<HTMLHeadingElement>(null);
  const names = scopeNames(newer, useAnswer(offices), useAnswer(municipalities));
  useEffect(() => title.current?.focus(), []);
  return (
    <Alert kind="warning">
      <h3 tabIndex={-1} data-quiet-focus ref={title}>
        {texts.changedTitle}
      </h3>
      <p>{texts.changedText}</p>
      <Facts
        facts={[
          { label: form.givenName, value: newer.given_name },
          { label: form.familyName, value: newer.family_name },
          { label: list.role, value: roles[newer.role] },
          { label: list.reach, value: names === 'everything' ? list.everything : names.join(', ') || list.nothing },
          { label: list.state, value: states[newer.state] },
        ]}
      />
      <p>{texts.changedKeep}</p>
      <Button kind="outline-primary" onClick={onTake}>
        {texts.changedTake}
      </Button>
    </Alert>
  );
}
