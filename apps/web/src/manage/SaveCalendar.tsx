import { useCalendarFile } from '../book/done/calendar-file.ts';
import { common } from '../messages/common.ts';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { tokenFor } from '../session/appointment-tokens.ts';
import { sayTrouble, troubleOf } from '../trouble.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** The appointment as a file for the person's own calendar. */
export function SaveCalendar({ code }: { readonly code: string }) {
  const { actions } = useMessages(manage);
  const { trouble } = useMessages(common);
  const saving = useCalendarFile(code, tokenFor(code) ?? '');
  return (
    <div>
      <Button kind="outline-primary" busy={saving.isPending} wide onClick={() => saving.mutate()}>
        <Icon name="calendar" />
        <span>{actions.calendar}</span>
      </Button>
      <p role="status" className="action-said">
        {saving.isSuccess && actions.calendarSaved}
      </p>
      {saving.isError && (
        <Alert kind="danger" role="alert">
          <p>{sayTrouble(troubleOf(saving.error), trouble).text}</p>
        </Alert>
      )}
    </div>
  );
}
