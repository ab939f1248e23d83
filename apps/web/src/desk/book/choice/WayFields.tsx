import type { DeskChoice } from '../../../staff/staff-paths.ts';
import { useQuery } from '@tanstack/react-query';
import { common } from '../../../messages/common.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { CompactSelect } from '../../CompactSelect.tsx';
import { type DeskWish, slotsWish } from '../desk-choice.ts';
import { calendarsOf } from '../queries.ts';
import { Segments } from './Segments.tsx';

interface Props {
  readonly wish: DeskWish;
  /** Whether one may ask for one calendar alone. */
  readonly withCalendar?: boolean;
  readonly onChange: (change: DeskChoice) => void;
}

/** How, for which comune, where and with whom: all chosen already, all one press away. */
export function WayFields({ wish, withCalendar = true, onChange }: Props) {
  const { choice: texts } = useMessages(deskBook);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const { ways, way, municipality, municipalities, place, calendarId } = wish;
  const needs = useQuery(calendarsOf(slotsWish(wish), language)).data ?? [];
  const calendars = needs.flat().filter((one, index, all) => all.findIndex(({ id }) => id === one.id) === index);
  return (
    <>
      <Segments
        legend={texts.channel}
        name="channel"
        choices={ways.map(({ channel }) => ({ value: channel, label: channels[channel] }))}
        value={way.channel}
        onChange={(channel) => onChange({ channel, calendar: undefined })}
      />
      <CompactSelect
        label={texts.municipality}
        choices={municipalities.map(({ id, name }) => ({ value: id, label: name }))}
        value={municipality.id}
        onChange={(id) => onChange({ municipality: id })}
      />
      {way.channel === 'desk' && (
        <CompactSelect label={texts.place} choices={way.places.map(({ id, name }) => ({ value: id, label: name }))} value={place?.id ?? ''} onChange={(id) => onChange({ place: id, calendar: undefined })} />
      )}
      {withCalendar && (
        <CompactSelect
          label={texts.calendar}
          empty={texts.anyCalendar}
          choices={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          value={calendarId ?? ''}
          onChange={(id) => onChange({ calendar: id || undefined })}
        />
      )}
    </>
  );
}
