import type { Appointment } from '@sportello/contract';
import { formatDay } from '../../format/dates.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { OfficePhone } from '../OfficePhone.tsx';

interface Props {
  /** First free day later on. */
  readonly next: string | null;
  readonly office: Appointment['office'];
  readonly onLater: (day: string) => void;
}

/** Nothing free: from when on there is something, and who looks for another way. */
export function NoTimes({ next, office, onLater }: Props) {
  const texts = useMessages(manageMove);
  const language = useLanguage();
  return (
    <Alert kind="warning" role="status">
      <h2>{texts.none}</h2>
      {next && (
        <>
          <p>{texts.noneNext(formatDay(next, language))}</p>
          <Button onClick={() => onLater(next)}>{texts.laterDays}</Button>
        </>
      )}
      <OfficePhone office={office} before={texts.noneCall} />
    </Alert>
  );
}
