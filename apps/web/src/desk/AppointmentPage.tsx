import type { DeskAppointment } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../api.ts';
import { municipalities, offices, places } from '../directory.ts';
import { dayOf, formatDay, formatHours } from '../format/dates.ts';
import { common } from '../messages/common.ts';
import { desk } from '../messages/desk.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { StaffHead } from '../staff/StaffHead.tsx';
import { staffPaths } from '../staff/staff-paths.ts';
import { Facts } from '../ui/Facts.tsx';
import { deskAppointment } from './queries.ts';
import { StateChip } from './StateChip.tsx';

/** One appointment, to be read. */
export function AppointmentPage() {
  const { appointment: texts } = useMessages(desk);
  const shown = useAnswer(deskAppointment(useParams().id ?? ''));
  return (
    <div className="container page-body">
      <StaffHead
        title={shown.code ? texts.title(shown.code) : texts.untitled}
        up={{ label: texts.up, href: staffPaths.desk({ day: shown.starts_at ? dayOf(shown.starts_at) : undefined }) }}
      >
        <p>
          <StateChip state={shown.state} />
        </p>
      </StaffHead>
      <AppointmentFacts shown={shown} />
      <p className="form-text">{texts.recorded}</p>
    </div>
  );
}

function AppointmentFacts({ shown }: { readonly shown: DeskAppointment }) {
  const { appointment: texts, day } = useMessages(desk);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const knownOffices = useAnswer(offices);
  const knownMunicipalities = useAnswer(municipalities);
  const knownPlaces = useAnswer(places);
  const place = knownPlaces.find(({ id }) => id === shown.place_id);
  const { starts_at, ends_at } = shown;
  return (
    <Facts
      facts={[
        { label: texts.when, value: starts_at && ends_at ? `${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}` : texts.noTime },
        { label: texts.person, value: shown.person ? <a href={staffPaths.person(shown.person.id)}>{shown.person.name}</a> : day.nobody },
        { label: texts.service, value: shown.service_name },
        ...(shown.topic ? [{ label: texts.topic, value: shown.topic }] : []),
        { label: texts.channel, value: channels[shown.channel] },
        { label: texts.office, value: knownOffices.find(({ id }) => id === shown.office_id)?.name ?? '' },
        { label: texts.municipality, value: knownMunicipalities.find(({ id }) => id === shown.municipality_id)?.name ?? '' },
        ...(place ? [{ label: texts.place, value: `${place.name}, ${place.address}` }] : []),
        ...(shown.calendar_names.length > 0 ? [{ label: texts.calendars, value: shown.calendar_names.join(', ') }] : []),
      ]}
    />
  );
}
