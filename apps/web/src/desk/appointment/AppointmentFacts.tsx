import type { DeskAppointment } from '@sportello/contract';
import { useAnswer } from '../../api.ts';
import { municipalities, offices, places } from '../../directory.ts';
import { formatDay, formatHours, formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { formatMoment } from '../../staff/moments.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { useNameOf } from '../name-of.ts';

/** What is known of it; what is not known takes no room. */
export function AppointmentFacts({ shown }: { readonly shown: DeskAppointment }) {
  const texts = useMessages(deskAppointmentPage);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const name = useNameOf()(shown);
  const office = useAnswer(offices).find(({ id }) => id === shown.office_id);
  const municipality = useAnswer(municipalities).find(({ id }) => id === shown.municipality_id);
  const place = useAnswer(places).find(({ id }) => id === shown.place_id);
  const { starts_at, ends_at, arrived_at, proposal, home_address: home } = shown;
  const contacts = [...(shown.has_phone ? [texts.hasPhone] : []), ...(shown.has_email ? [texts.hasEmail] : [])];
  const noTime = arrived_at ? texts.walkIn(formatTime(arrived_at)) : texts.noTime;

  const facts: (Fact | null)[] = [
    { label: texts.when, value: starts_at && ends_at ? `${formatDay(starts_at, language)}, ${formatHours(starts_at, ends_at, language)}` : noTime },
    proposal && { label: texts.proposal, value: texts.proposalUntil(formatMoment(proposal.starts_at, language), formatMoment(proposal.expires_at, language)) },
    { label: texts.person, value: shown.person ? <a href={staffPaths.person(shown.person.id)}>{name}</a> : name },
    said(texts.beneficiary, shown.beneficiary_name),
    { label: texts.contacts, value: contacts.length > 0 ? contacts.join(', ') : texts.noContacts },
    { label: texts.service, value: shown.service_name },
    said(texts.topic, shown.topic),
    said(texts.details, shown.details),
    ...shown.answers.map(({ label, value }) => ({ label, value })),
    { label: texts.channel, value: channels[shown.channel] },
    place ? { label: texts.place, value: `${place.name}, ${place.address}` } : null,
    home && { label: texts.home, value: [home.street, `${home.postal_code} ${home.locality}`, home.notes].filter(Boolean).join(', ') },
    said(texts.office, office?.name),
    said(texts.municipality, municipality?.name),
    said(texts.calendars, shown.calendar_names.join(', ')),
    { label: texts.bookedBy, value: `${shown.booked_by === 'citizen' ? texts.byCitizen : texts.byDesk}${shown.outside_hours ? `, ${texts.outsideHours.toLowerCase()}` : ''}` },
    said(texts.reason, shown.reason),
  ];
  return (
    <section aria-label={texts.facts}>
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </section>
  );
}

function said(label: string, value: string | null | undefined): Fact | null {
  return value ? { label, value } : null;
}
