import type { RetentionForecast } from '@sportello/contract';
import { useState } from 'react';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { Rows } from '../../staff/Rows.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Accordion } from '../../ui/Accordion.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { formatDate } from '../records/format-date.ts';

/** What would go in the night that comes, in figures. */
export function ForecastPart({ forecast, isOn }: { readonly forecast: RetentionForecast; readonly isOn: boolean }) {
  const { forecast: texts } = useMessages(retention);
  const language = useLanguage();
  const { night, people, appointments, messages, texts: written, by_service: services } = forecast;
  if (people + appointments + messages + written === 0) return <p className="empty-state">{texts.none}</p>;
  return (
    <>
      <p className="retention-tonight">{texts.tonight(people, appointments)}</p>
      {isOn ? (
        <p>{texts.will(formatDate(night, language))}</p>
      ) : (
        <Alert kind="info">
          <p>{texts.would}</p>
        </Alert>
      )}
      {messages + written > 0 && <p>{[texts.also, [...(messages > 0 ? [texts.messages(messages)] : []), ...(written > 0 ? [texts.texts(written)] : [])].join(', ')].join(' ')}.</p>}
      <p className="form-text">{texts.what}</p>
      {services.length > 0 && <ByService services={services} />}
    </>
  );
}

/** Closed at first: on a phone it is long, and the decision stands below. */
function ByService({ services }: { readonly services: RetentionForecast['by_service'] }) {
  const { forecast: texts, rules } = useMessages(retention);
  const language = useLanguage();
  const [isOpen, open] = useState(false);
  const table = (
    <Rows
      caption={texts.table(services.length)}
      items={services}
      keyOf={({ service_id }) => service_id}
      columns={[
        { label: texts.service, isMain: true, cell: ({ service_id, service_name }) => <a href={staffPaths.record('service', service_id)}>{service_name}</a> },
        { label: texts.appointments, cell: ({ appointments }) => appointments },
        { label: texts.oldest, cell: ({ oldest }) => (oldest ? formatDate(oldest, language) : '—') },
        { label: texts.months, cell: ({ months }) => rules.months(months) },
      ]}
    />
  );
  return <Accordion entries={[{ key: 'services', title: texts.table(services.length), content: table }]} open={isOpen ? 'services' : null} onToggle={() => open(!isOpen)} />;
}
