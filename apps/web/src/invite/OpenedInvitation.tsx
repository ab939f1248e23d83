import type { OpenInvitation } from '@sportello/contract';
import { useAnswer } from '../api.ts';
import { offices, service } from '../directory.ts';
import { formatDay } from '../format/dates.ts';
import { common } from '../messages/common.ts';
import { invite } from '../messages/invite.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { PhoneLine } from '../shell/PhoneLine.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { invitation } from './invitation.ts';

/** Nothing while another tab or the office has just ended it: the loader says so next. */
export function OpenedInvitation() {
  const open = useAnswer(invitation());
  return open && <Invited invitation={open} />;
}

/** To what, how, until when; and the way into the booking. */
function Invited({ invitation: { id, channel, service: invited, expires_at } }: { readonly invitation: OpenInvitation }) {
  const texts = useMessages(invite);
  const { channels, minutes } = useMessages(common);
  const language = useLanguage();
  const page = useAnswer(service(invited.id));
  const way = page.channels.find((one) => one.channel === channel);
  const office = useAnswer(offices).find((one) => one.id === page.office_id);
  return (
    <>
      <PageHead title={texts.title} lead={texts.lead} />
      <div className="booking-card">
        <Facts
          facts={[
            { label: texts.service, value: <strong>{invited.name}</strong> },
            { label: texts.channel, value: way ? `${channels[channel]}, ${minutes(way.duration_minutes)}` : channels[channel] },
            { label: texts.office, value: office?.name },
            { label: texts.until, value: <strong>{texts.wholeDay(formatDay(lastMoment(expires_at), language))}</strong> },
          ]}
        />
      </div>
      <p>{texts.once}</p>
      <ButtonLink href={paths.book({ service: page.slug, channel, invitation: id })} wide>
        {texts.book}
      </ButtonLink>
      <PhoneLine />
    </>
  );
}

/** It ends with its last day, which midnight no longer belongs to. */
function lastMoment(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString();
}
