import type { ServiceChannel } from '@sportello/contract';
import { channelIcons } from '../../find/channel-icons.ts';
import { book } from '../../messages/book.ts';
import { common } from '../../messages/common.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import type { BookingChoice } from '../../paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { useBooking } from '../booking.ts';

interface Props {
  readonly error: string | undefined;
  readonly onChange: (part: BookingChoice) => void;
}

/** The ways of meeting of the service, each in a sentence, with how long it takes. */
export function ChannelChoice({ error, onChange }: Props) {
  const { place: texts } = useMessages(book);
  const { channels, minutes } = useMessages(common);
  const { ways, way } = useBooking().chosen;
  if (ways.length === 0) return null;

  function choose(channel: string): void {
    onChange({ channel: ways.find((one) => one.channel === channel)?.channel, place: undefined });
  }

  return (
    <RadioCards
      id="channel"
      label={texts.channel}
      required
      error={error}
      choices={ways.map(({ channel, duration_minutes }: ServiceChannel) => ({
        value: channel,
        title: (
          <>
            <Icon name={channelIcons[channel]} color="primary" /> {channels[channel]}
          </>
        ),
        text: texts.channelText[channel],
        fact: `${texts.duration} ${minutes(duration_minutes)}`,
      }))}
      value={way?.channel}
      onChange={choose}
    />
  );
}
