import type { DeskPerson } from '@sportello/contract';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Refusal } from '../../../staff/Refusal.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { usePersonFields } from '../person-fields.ts';
import { hiddenIn } from './correction.ts';

interface Props {
  readonly known: DeskPerson;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onReveal: () => void;
}

/** Contacts that are not shown in full, and so have no field yet. */
export function HiddenContacts({ known, isBusy, error, onReveal }: Props) {
  const { correction: texts } = useMessages(people);
  const { labels, valueOf } = usePersonFields();
  return (
    <div className="hidden-contacts">
      <Facts facts={hiddenIn(known).map((field) => ({ label: labels[field], value: texts.hidden(valueOf(known, field) ?? '') }))} />
      <p className="form-text">{texts.revealHelp}</p>
      <Refusal error={error} />
      <Button kind="outline-primary" busy={isBusy} onClick={onReveal}>
        {texts.reveal}
      </Button>
    </div>
  );
}
