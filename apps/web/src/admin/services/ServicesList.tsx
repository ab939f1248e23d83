import { may } from '@sportello/contract';
import { useLocation, useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { common } from '../../messages/common.ts';
import { records } from '../../messages/records.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { Rows } from '../../staff/Rows.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { NewDrafts } from '../records/NewDrafts.tsx';
import { type ItemOf, recordsOf } from '../records/queries.ts';
import { serviceStates, stateOf } from './service-state.ts';
import { ServiceStateChip } from './ServiceStateChip.tsx';

/** All services: those that citizens see, those that they do not see yet, and those that were put away. */
export function ServicesList() {
  const { title, lead, list: texts } = useMessages(servicesAdmin);
  const { life } = useMessages(records);
  const { channels: channelNames } = useMessages(common);
  const { role } = useMe();
  const [query, setQuery] = useSearchParams();
  const { said = null, history } = (useLocation().state as { readonly said?: string; readonly history?: string } | null) ?? {};
  const all = useAnswer(recordsOf('service')).items;
  const offices = useAnswer(recordsOf('office')).items;
  const [words, state, officeId] = ['cerca', 'stato', 'ufficio'].map((name) => query.get(name) ?? '') as [string, string, string];
  const shown = all.filter((item) => matches(item, { words, state, officeId }));
  const officeNames = new Map(offices.map((office) => [office.id, office.title]));

  function filter(name: string, value: string): void {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    setQuery(next, { replace: true, preventScrollReset: true });
  }

  return (
    <div className="container page-body">
      <StaffHead title={title} lead={lead} />
      <Done text={said} />
      {history && (
        <p>
          <a href={history}>{life.undo}</a>
        </p>
      )}
      <div className="list-tools">
        <div className="service-filters" role="search">
          <div>
            <label htmlFor="service-words">{texts.search}</label>
            <input id="service-words" type="search" className="form-control" autoComplete="off" maxLength={100} value={words} onChange={({ target }) => filter('cerca', target.value)} />
          </div>
          <div>
            <label htmlFor="service-state">{texts.state}</label>
            <select id="service-state" className="form-select" value={state} onChange={({ target }) => filter('stato', target.value)}>
              <option value="">{texts.states.all}</option>
              {serviceStates.map((one) => (
                <option key={one} value={one}>
                  {texts.states[one]}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor="service-office">{texts.office}</label>
            <select id="service-office" className="form-select" value={officeId} onChange={({ target }) => filter('ufficio', target.value)}>
              <option value="">{texts.allOffices}</option>
              {offices.map((office) => (
                <option key={office.id} value={office.id}>
                  {office.title}
                </option>
              ))}
            </select>
          </div>
        </div>
        {may(role, 'union.change') && <ButtonLink href={staffPaths.newRecord('service')}>{texts.add}</ButtonLink>}
      </div>
      <NewDrafts kind="service" />
      <p role="status">{texts.count(shown.length)}</p>
      {shown.length === 0 ? (
        <p className="empty-state">{all.length === 0 ? texts.empty : texts.none}</p>
      ) : (
        <Rows
          caption={title}
          items={shown}
          keyOf={({ id }) => id}
          columns={[
            { label: texts.name, isMain: true, cell: (item) => <ServiceName item={item} /> },
            { label: texts.office, cell: ({ content }) => officeNames.get(content.office_id) ?? '' },
            { label: texts.channels, cell: ({ content }) => content.channels.map(({ channel }) => channelNames[channel]).join(', ') || texts.noChannels },
            { label: texts.state, cell: (item) => <ServiceStateChip state={stateOf(item)} /> },
          ]}
        />
      )}
    </div>
  );
}

function ServiceName({ item }: { readonly item: ItemOf<'service'> }) {
  const { list: texts } = useMessages(servicesAdmin);
  return (
    <>
      <a href={staffPaths.record('service', item.id)}>{item.title}</a>
      {item.has_draft && <span className="rows-sub">{texts.draft}</span>}
    </>
  );
}

interface Wish {
  readonly words: string;
  readonly state: string;
  readonly officeId: string;
}

function matches(item: ItemOf<'service'>, { words, state, officeId }: Wish): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const isNamed = plain(words).split(/\s+/).every((word) => plain(`${item.content.name.it} ${item.content.name.en ?? ''}`).includes(word));
  return isNamed && (state === '' || stateOf(item) === state) && (officeId === '' || item.content.office_id === officeId);
}
