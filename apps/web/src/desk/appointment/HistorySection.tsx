import type { DeskAppointment } from '@sportello/contract';
import { deskAppointmentPage } from '../../messages/desk-appointment.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { formatMoment } from '../../staff/moments.ts';

type Happening = DeskAppointment['history'][number];

/** What happened to the appointment, the latest first, in words. */
export function HistorySection({ history }: { readonly history: readonly Happening[] }) {
  const { history: texts } = useMessages(deskAppointmentPage);
  return (
    <section className="desk-section" aria-labelledby="history">
      <h2 id="history">{texts.title}</h2>
      {history.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ol className="history-list">
          {history.map((happening, place) => (
            <HistoryRow key={`${happening.at} ${place}`} happening={happening} />
          ))}
        </ol>
      )}
    </section>
  );
}

function HistoryRow({ happening }: { readonly happening: Happening }) {
  const { history: texts } = useMessages(deskAppointmentPage);
  const language = useLanguage();
  const { at, kind, actor, staff_name, old_starts_at, new_starts_at } = happening;
  const words: Readonly<Record<string, string>> = texts.kinds;
  const who = { citizen: texts.byCitizen, system: texts.bySystem, staff: staff_name ?? texts.bySomebody }[actor];
  const isMove = old_starts_at !== null && new_starts_at !== null && old_starts_at !== new_starts_at;
  return (
    <li>
      <strong>{words[kind] ?? kind}</strong>
      {isMove && <> {texts.moved(formatMoment(old_starts_at, language), formatMoment(new_starts_at, language))}</>}
      <span className="history-when">
        {formatMoment(at, language)}, {who}
      </span>
    </li>
  );
}
