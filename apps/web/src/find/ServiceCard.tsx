import type { ServiceItem } from '@sportello/contract';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/Card.tsx';
import { Icon } from '../ui/Icon.tsx';
import { channelIcons } from './channel-icons.ts';

type Shown = Pick<ServiceItem, 'slug' | 'name' | 'summary' | 'channels'>;

/** One service in a list: what it is, and in which ways one can meet the office. */
export function ServiceCard({ service: { slug, name, summary, channels }, headingLevel = 3 }: { readonly service: Shown; readonly headingLevel?: 3 | 4 }) {
  const texts = useMessages(common);
  return (
    <Card title={name} href={paths.service(slug)} element="service-link" text={summary} headingLevel={headingLevel}>
      <ul className="channel-list">
        {channels.map((channel) => (
          <li key={channel}>
            <Icon name={channelIcons[channel]} color="primary" />
            {texts.channels[channel]}
          </li>
        ))}
      </ul>
    </Card>
  );
}
