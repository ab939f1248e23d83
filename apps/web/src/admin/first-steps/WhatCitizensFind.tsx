import { useQuery } from '@tanstack/react-query';
import { useAnswer } from '../../api.ts';
import { common } from '../../messages/common.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { Alert } from '../../ui/Alert.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { effectOf, type ItemOf, recordsOf } from '../records/queries.ts';
import { pathOfStep } from './steps.ts';

/** The service as it will be found, with the times that publishing it would free: counted by carrying the change out and taking it back. */
export function WhatCitizensFind({ service }: { readonly service: ItemOf<'service'> }) {
  const { publish: texts } = useMessages(firstSteps);
  const { channels: names, minutes } = useMessages(common);
  const office = useAnswer(recordsOf('office')).items.find(({ id }) => id === service.content.office_id);
  const trial = { does: 'change', revision: service.revision, content: { ...service.content, is_published: true } } as const;
  const { data: effect, error } = useQuery({ ...effectOf({ kind: 'service', id: service.id }, trial)(useLanguage()), staleTime: 0 });
  const ways = service.content.channels.map(({ channel, duration_minutes }) => `${names[channel]} (${minutes(duration_minutes)})`);
  const times = effect?.free_times.filter(({ after }) => after > 0).map(({ channel, after }) => `${names[channel]}: ${texts.count(after)}`) ?? [];
  return (
    <>
      <h2>{texts.find}</h2>
      <Facts
        facts={[
          { label: texts.service, value: `${service.title}. ${service.content.summary.it}` },
          { label: texts.office, value: office?.title ?? '' },
          { label: texts.ways, value: ways.join(', ') },
          ...(times.length > 0 ? [{ label: texts.times, value: times.join(', ') }] : []),
        ]}
      />
      <p>
        <a href={pathOfStep('service')}>{texts.look}</a>
      </p>
      <div role="status">
        {!effect && !error && <p className="form-text">{texts.waiting}</p>}
        {effect && times.length === 0 && (
          <Alert kind="warning">
            <p>{texts.noTimes}</p>
            <a href={pathOfStep('hours')}>{texts.toHours}</a>
          </Alert>
        )}
      </div>
      <Refusal error={error} />
    </>
  );
}
