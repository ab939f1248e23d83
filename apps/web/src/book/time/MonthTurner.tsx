import { formatMonth } from '../../format/dates.ts';
import { bookTime } from '../../messages/book-time.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { monthAfter } from '../../format/days.ts';

interface Props {
  readonly month: string;
  /** The months that can be turned to, both included. */
  readonly first: string;
  readonly last: string;
  readonly onTurn: (month: string) => void;
}

export function MonthTurner({ month, first, last, onTurn }: Props) {
  const texts = useMessages(bookTime);
  const language = useLanguage();
  return (
    <div className="month-turner">
      <Turn label={texts.previousMonth} icon="arrow-left" isOver={month <= first} onTurn={() => onTurn(monthAfter(month, -1))} />
      <strong>{formatMonth(`${month}-01`, language)}</strong>
      <Turn label={texts.nextMonth} icon="arrow-right" isOver={month >= last} onTurn={() => onTurn(monthAfter(month))} />
    </div>
  );
}

/** Stays where it is at the end of the months, so that the focus is not lost. */
function Turn({ label, icon, isOver, onTurn }: { readonly label: string; readonly icon: 'arrow-left' | 'arrow-right'; readonly isOver: boolean; readonly onTurn: () => void }) {
  return (
    <button type="button" aria-disabled={isOver || undefined} onClick={isOver ? undefined : onTurn}>
      <span className="visually-hidden">{label}</span>
      <Icon name={icon} color="primary" />
    </button>
  );
}
