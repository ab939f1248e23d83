import type { Hold } from '@sportello/contract';
import { formatDay, formatHour, formatTime } from '../format/dates.ts';
import { bookTime } from '../messages/book-time.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Live } from '../ui/Live.tsx';
import { useExtendHold } from './hold-time.ts';
import { TroubleNote } from './TroubleNote.tsx';

const soonMinutes = 2;

/** Which time, until when, how long still; once it can be longer. Only the last two minutes are announced. */
export function HeldTimeLine({ hold, minutesLeft }: { readonly hold: Hold; readonly minutesLeft: number }) {
  const { held: texts } = useMessages(bookTime);
  const language = useLanguage();
  const extending = useExtendHold(hold);
  const until = formatTime(hold.expires_at);
  const announced = minutesLeft <= soonMinutes ? texts.soon : '';
  return (
    <div className="held-time">
      <Icon name="clock" color="primary" />
      <div>
        <p>
          <strong>
            {formatDay(hold.starts_at, language)}, {formatHour(hold.starts_at, language)}
          </strong>
        </p>
        <p>
          {texts.until(until)} ({texts.left(minutesLeft)})
        </p>
        {!hold.extended && (
          <Button kind="outline-primary" busy={extending.isPending} onClick={() => extending.mutate()}>
            {texts.more}
          </Button>
        )}
        {extending.isError && <TroubleNote error={extending.error} />}
      </div>
      <Live text={extending.isSuccess && minutesLeft > soonMinutes ? texts.extended(until) : announced} />
    </div>
  );
}
