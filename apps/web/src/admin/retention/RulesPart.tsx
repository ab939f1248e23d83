import type { RetentionState } from '@sportello/contract';
import { useState } from 'react';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { Rows } from '../../staff/Rows.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Accordion } from '../../ui/Accordion.tsx';

/** For how long what is kept, with where it is changed. */
export function RulesPart({ state, mayChange }: { readonly state: RetentionState; readonly mayChange: boolean }) {
  const { rules: texts, forecast } = useMessages(retention);
  const [isOpen, open] = useState(false);
  const others = [
    { what: texts.messages, months: state.messages_months },
    { what: texts.texts, months: state.texts_months },
    { what: texts.trail, months: state.trail_months },
    { what: texts.access, months: state.access_months },
  ];
  return (
    <>
      <p>{texts.lead}</p>
      <Accordion
        open={isOpen ? 'services' : null}
        onToggle={() => open(!isOpen)}
        entries={[
          {
            key: 'services',
            title: texts.services(state.services.length),
            content: (
              <>
                <p className="form-text">{texts.openServices}</p>
                <Rows
                  caption={texts.services(state.services.length)}
                  items={state.services}
                  keyOf={({ service_id }) => service_id}
                  columns={[
                    { label: forecast.service, isMain: true, cell: ({ service_id, service_name }) => <a href={staffPaths.record('service', service_id)}>{service_name}</a> },
                    { label: forecast.months, cell: ({ months }) => texts.months(months) },
                  ]}
                />
              </>
            ),
          },
        ]}
      />
      <h3 className="mt-4">{texts.others}</h3>
      <Rows
        caption={texts.others}
        items={others}
        keyOf={({ what }) => what}
        columns={[
          { label: texts.what, isMain: true, cell: ({ what }) => what },
          { label: texts.howLong, cell: ({ months }) => texts.months(months) },
        ]}
      />
      <p className="form-text">{texts.always}</p>
      {mayChange && <a href={staffPaths.records('union')}>{texts.change}</a>}
    </>
  );
}
