import { bookDone } from '../../messages/book-done.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useCalendarFile } from './calendar-file.ts';
import { manageLink } from './manage-link.ts';

export function DoneActions({ code, token }: { readonly code: string; readonly token: string }) {
  const { done: texts } = useMessages(bookDone);
  const calendar = useCalendarFile(code, token);
  return (
    <div className="done-actions no-print">
      <ButtonLink href={manageLink(code, token)} wide>
        {texts.manage}
      </ButtonLink>
      <Button kind="outline-primary" wide busy={calendar.isPending} onClick={() => calendar.mutate()}>
        <Icon name="calendar" />
        <span>{texts.calendar}</span>
      </Button>
      <Button kind="outline-primary" wide onClick={() => window.print()}>
        {texts.print}
      </Button>
      <div role="status">{calendar.isError && <p>{texts.calendarFailed}</p>}</div>
    </div>
  );
}
