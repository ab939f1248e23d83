import { type Channel, channels, type LifeEvent, type Office } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths, type ServiceFilter } from '../../paths.ts';
import { Collapsible } from '../../ui/Collapsible.tsx';
import { FilterSelect } from './FilterSelect.tsx';

interface Props {
  readonly filter: ServiceFilter;
  readonly offices: readonly Office[];
  readonly events: readonly LifeEvent[];
}

/** A choice takes effect at once, and the focus stays on it; the count of results is announced. */
export function ServiceFilters({ filter, offices, events }: Props) {
  const { services: texts } = useMessages(find);
  const { channels: channelNames } = useMessages(common);
  const navigate = useNavigate();

  function change(part: ServiceFilter): void {
    void navigate(paths.services({ ...filter, ...part }), { preventScrollReset: true });
  }

  return (
    <div className="service-filters" role="group" aria-label={texts.filters}>
      <Collapsible title={texts.filters} openAtFirst={Boolean(filter.office || filter.lifeEvent || filter.channel)}>
        <div className="filter-row">
          <FilterSelect label={texts.office} all={texts.anyOffice} value={filter.office} choices={offices.map(({ slug, name }) => ({ value: slug, label: name }))} onChange={(office) => change({ office })} />
          <FilterSelect label={texts.lifeEvent} all={texts.anyLifeEvent} value={filter.lifeEvent} choices={events.map(({ slug, name }) => ({ value: slug, label: name }))} onChange={(lifeEvent) => change({ lifeEvent })} />
          <FilterSelect
            label={texts.channel}
            all={texts.anyChannel}
            value={filter.channel}
            choices={channels.map((channel) => ({ value: channel, label: channelNames[channel] }))}
            onChange={(channel) => change({ channel: channel as Channel | undefined })} // one of the choices above
          />
        </div>
      </Collapsible>
    </div>
  );
}
