import type { CalendarHours } from '@sportello/contract';
import type { ReactNode } from 'react';
import { useAnswerSoon } from '../../api.ts';
import { places, services } from '../../directory.ts';
import { common } from '../../messages/common.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TimeField } from '../agenda/TimeField.tsx';
import type { mistakesInOpening, OpeningValues } from './opening-values.ts';

interface Props {
  /** What the ids of the fields begin with. */
  readonly id: string;
  readonly values: OpeningValues;
  readonly mistakes: ReturnType<typeof mistakesInOpening>;
  /** What the calendar's hours may be for. */
  readonly purposes: Pick<CalendarHours, 'channels' | 'place_ids' | 'service_ids'>;
  readonly onChange: (change: Partial<OpeningValues>) => void;
  /** In the line of the times. */
  readonly beside?: ReactNode;
}

/** From when to when, and what for. */
export function OpeningFields({ id, values, mistakes, purposes, onChange, beside }: Props) {
  const { fields, rules } = useMessages(deskHours);
  const { channels: channelNames } = useMessages(common);
  const placeChoices = (useAnswerSoon(places) ?? []).filter((place) => purposes.place_ids.includes(place.id) || place.id === values.placeId);
  const serviceChoices = (useAnswerSoon(services()) ?? []).filter((service) => purposes.service_ids.includes(service.id));

  return (
    <>
      <div className="field-row">
        <TimeField id={`${id}-from`} label={fields.from} required error={mistakes.from} value={values.from} onChange={(from) => onChange({ from })} />
        <TimeField id={`${id}-to`} label={fields.to} required error={mistakes.to} value={values.to} onChange={(to) => onChange({ to })} />
        {beside}
      </div>
      <CheckboxGroup
        id={`${id}-channels`}
        legend={fields.channels}
        help={fields.channelsHelp}
        choices={purposes.channels.map((channel) => ({ value: channel, label: channelNames[channel] }))}
        value={values.channels}
        onChange={(channels) => onChange({ channels })}
      />
      <SelectField id={`${id}-place`} label={fields.place} help={fields.placeHelp} empty={fields.anyPlace} choices={placeChoices.map(({ id: value, name }) => ({ value, label: name }))} value={values.placeId} onChange={(placeId) => onChange({ placeId })} />
      <details className="rule-services">
        <summary>
          {fields.services}: {values.serviceIds.length > 0 ? rules.services(values.serviceIds.length) : rules.allServices}
        </summary>
        <CheckboxGroup
          id={`${id}-services`}
          legend={fields.services}
          help={fields.servicesHelp}
          choices={serviceChoices.map(({ id: value, name }) => ({ value, label: name }))}
          value={values.serviceIds}
          onChange={(serviceIds) => onChange({ serviceIds })}
        />
      </details>
    </>
  );
}
