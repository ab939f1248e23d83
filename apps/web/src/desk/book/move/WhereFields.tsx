import { useQuery } from '@tanstack/react-query';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { CompactSelect } from '../../CompactSelect.tsx';
import { type DeskWish, slotsWish } from '../desk-choice.ts';
import { calendarsOf } from '../queries.ts';
import type { ChangeWish } from './MovePage.tsx';

interface Props {
  readonly wish: DeskWish;
  readonly onChange: ChangeWish;
}

/** Another place, or a colleague. The times follow. */
export function WhereFields({ wish, onChange }: Props) {
  const { choice: texts } = useMessages(deskBook);
  const language = useLanguage();
  const calendars = (useQuery(calendarsOf(slotsWish(wish), language)).data ?? []).flat();
  return (
    <div className="field-pairs">
      {wish.way.channel === 'desk' && wish.way.places.length > 1 && (
        <CompactSelect label={texts.place} choices={wish.way.places.map(({ id, name }) => ({ value: id, label: name }))} value={wish.place?.id ?? ''} onChange={(sede) => onChange({ sede, agenda: undefined, inizio: undefined })} />
      )}
      <CompactSelect
        label={texts.calendar}
        empty={texts.anyCalendar}
        choices={calendars.map(({ id, name }) => ({ value: id, label: name }))}
        value={wish.calendarId ?? ''}
        onChange={(agenda) => onChange({ agenda: agenda || undefined, inizio: undefined })}
      />
    </div>
  );
}
