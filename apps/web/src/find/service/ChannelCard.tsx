import type { ServiceChannel } from '@sportello/contract';
import { common } from '../../messages/common.ts';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { channelIcons } from '../channel-icons.ts';

interface Props {
  readonly rules: ServiceChannel;
  /** Where the booking in this way begins. */
  readonly href: string;
}

export function ChannelCard({ rules: { channel, duration_minutes, notice_minutes, places }, href }: Props) {
  const { service: texts } = useMessages(find);
  const { channels, minutes } = useMessages(common);
  return (
    <div className="channel-card">
      <h3>
        <Icon name={channelIcons[channel]} color="primary" />
        {channels[channel]}
      </h3>
      <p>{texts.channelText[channel]}</p>
      {places.length > 0 && (
        <ul>
          {places.map(({ id, name, address }) => (
            <li key={id}>
              <strong>{name}</strong>, {address}
            </li>
          ))}
        </ul>
      )}
      <p className="channel-facts">
        <Icon name="clock" color="secondary" />
        <span>
          {texts.duration}: {minutes(duration_minutes)}. {notice_minutes >= 60 && `${texts.notice(Math.ceil(notice_minutes / 60))}.`}
        </span>
      </p>
      <a className="link-row" href={href}>
        {texts.bookBy[channel]}
        <Icon name="arrow-right" size="sm" color="primary" />
      </a>
    </div>
  );
}
