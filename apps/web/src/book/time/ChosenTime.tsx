import { formatDay, formatHour } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { FieldError } from '../../ui/FieldFrame.tsx';

/** The choice in words, right above the button, also for those who do not see the tiles. */
export function ChosenTime({ start, isMissing }: { readonly start: string | null; readonly isMissing: boolean }) {
  const texts = useMessages(bookTime);
  const language = useLanguage();
  return (
    <div className="chosen-time" role="status">
      {start && (
        <p>
          {texts.chosen}{' '}
          <strong>
            {formatDay(start, language)}, {formatHour(start, language)}
          </strong>
        </p>
      )}
      <FieldError id="time" error={isMissing ? texts.chooseTime : undefined} />
    </div>
  );
}
