import type { ServicePage } from '@sportello/contract';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { PhoneLine } from '../../shell/PhoneLine.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { ChannelCard } from './ChannelCard.tsx';

/** In which ways the office can be met, how long it takes and where; and the way into the booking. */
export function ServiceAccess({ service: { slug, channels } }: { readonly service: ServicePage }) {
  const { service: texts } = useMessages(find);
  const bookable = channels.filter(({ who_may_book }) => who_may_book === 'citizens');
  if (bookable.length === 0) {
    return (
      <div data-element="service-generic-access">
        <p>{channels.some(({ who_may_book }) => who_may_book === 'invited') ? texts.invitedOnly : texts.staffOnly}</p>
        <PhoneLine />
      </div>
    );
  }
  return (
    <>
      <p>{texts.accessText}</p>
      <ul className="plain-list channel-cards">
        {bookable.map((rules) => (
          <li key={rules.channel}>
            <ChannelCard rules={rules} href={paths.book({ service: slug, channel: rules.channel })} />
          </li>
        ))}
      </ul>
      <ButtonLink href={paths.book({ service: slug })} element="service-booking-access" wide>
        {texts.book}
      </ButtonLink>
    </>
  );
}
