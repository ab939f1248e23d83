import type { RecordEffect } from '@sportello/contract';
import { useId } from 'react';
import { formatDay, formatShortDay, formatTime } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { records } from '../../messages/records.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Rows } from '../../staff/Rows.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';

/** What a change does: the free times of a week before and after, and what is booked and does not fit any more. */
export function EffectPanel({ effect }: { readonly effect: RecordEffect }) {
  const { effect: texts } = useMessages(records);
  const id = useId();
  return (
    <section className="effect-panel" aria-labelledby={id}>
      <h2 className="h3" id={id}>
        {texts.title}
      </h2>
      {effect.warnings.length > 0 && (
        <Alert kind="warning">
          <ul className="mb-0">
            {effect.warnings.map((warning) => (
              <li key={warning}>{texts.warnings[warning]}</li>
            ))}
          </ul>
        </Alert>
      )}
      <FreeTimes effect={effect} />
      <Touched effect={effect} />
    </section>
  );
}

/** So many ways of booking are in sight at once. */
const mostOpen = 6;

function FreeTimes({ effect: { from, to, free_times, before, after } }: { readonly effect: RecordEffect }) {
  const { effect: texts } = useMessages(records);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const week = texts.week(formatShortDay(from, language), formatShortDay(to, language));
  if (free_times.length === 0) {
    return (
      <p className="effect-line">
        {texts.sameTimes} <span className="form-text">{week}</span>
      </p>
    );
  }
  return (
    <>
      <p className="effect-line">
        <strong>{texts.times(before, after)}</strong> {week}
      </p>
      {/* The sum says most of it where there are many. */}
      <details open={free_times.length <= mostOpen || undefined} className="effect-ways">
        <summary>{texts.byWay(free_times.length)}</summary>
        <Rows
          caption={texts.timesCaption}
          items={free_times}
          keyOf={({ service_id, channel }) => `${service_id} ${channel}`}
          columns={[
            { label: texts.service, cell: ({ service_name }) => service_name, isMain: true },
            { label: texts.channel, cell: ({ channel }) => channels[channel] },
            { label: texts.before, cell: (way) => way.before },
            { label: texts.after, cell: (way) => (way.after < way.before ? <strong>{way.after}</strong> : way.after) },
          ]}
        />
      </details>
    </>
  );
}

function Touched({ effect: { touched, touched_count } }: { readonly effect: RecordEffect }) {
  const { effect: texts } = useMessages(records);
  const { channels } = useMessages(common);
  const language = useLanguage();
  if (touched_count === 0) return <p className="effect-line">{texts.noneTouched}</p>;
  return (
    <>
      <p className="effect-line">
        <strong>{texts.touched(touched_count)}</strong> {texts.touchedStay(touched_count)}
      </p>
      <Rows
        caption={texts.touchedCaption}
        items={touched}
        keyOf={({ appointment_id }) => appointment_id}
        columns={[
          {
            label: texts.when,
            isMain: true,
            // In a tab of its own: what was typed is not saved yet.
            cell: ({ appointment_id, starts_at }) => (
              <a href={staffPaths.appointment(appointment_id)} target="_blank" rel="noreferrer">
                {formatDay(starts_at, language)}, {formatTime(starts_at)}
                <span className="visually-hidden"> {texts.newTab}</span>
              </a>
            ),
          },
          { label: texts.service, cell: ({ service_name, channel }) => `${service_name}, ${channels[channel]}` },
          { label: texts.why, cell: ({ why }) => texts.whys[why] },
        ]}
      />
      {touched.length < touched_count && <p className="form-text">{texts.moreTouched(touched_count - touched.length)}</p>}
    </>
  );
}
