import { calendarLinks } from '../../messages/calendar-links.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

/** That a calendar elsewhere is being read, and how long it may take. Its place is there before, so that a screen reader hears it. */
export function Reading({ isReading }: { readonly isReading: boolean }) {
  const { busy: texts } = useMessages(calendarLinks);
  return (
    <div role="status" className="link-reading">
      {isReading && (
        <>
          <span className="progress-spinner progress-spinner-active size-sm" aria-hidden="true" />
          {texts.reading}
        </>
      )}
    </div>
  );
}
