import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { ContactPanel } from '../help/ContactPanel.tsx';
import { RatingPanel } from '../help/RatingPanel.tsx';
import { manage } from '../messages/manage.ts';
import { manageProposal } from '../messages/manage-proposal.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { useDeskNow } from '../session/desk-clock.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { Actions } from './Actions.tsx';
import { ChangedNotice } from './ChangedNotice.tsx';
import { DelayNotice } from './DelayNotice.tsx';
import { Facts } from './Facts.tsx';
import { headlineOf } from './headline.ts';
import { MovedNotice } from './MovedNotice.tsx';
import { noticeIn } from './notice.ts';
import { Outcome } from './Outcome.tsx';
import { PapersSection } from './PapersSection.tsx';
import { PrintSlip } from './print/PrintSlip.tsx';
import { AcceptedNotice } from './proposal/AcceptedNotice.tsx';
import { openProposal } from './proposal/open-proposal.ts';
import { ProposalOver } from './proposal/ProposalOver.tsx';
import { ProposalPanel } from './proposal/ProposalPanel.tsx';
import { useAppointment } from './queries.ts';
import { RoomPanel } from './RoomPanel.tsx';
import { standingOf } from './standing.ts';
import { StandingLine } from './StandingLine.tsx';
import { WhatToKnow } from './WhatToKnow.tsx';
import { When } from './When.tsx';

/** The appointment as its holder sees it. What has just happened to it is its title, and takes the focus. */
export function OpenAppointment({ code }: { readonly code: string }) {
  const texts = useMessages(manage);
  const proposed = useMessages(manageProposal);
  const shown = useAppointment(code);
  const now = useDeskNow();
  const notice = noticeIn(useLocation().state);
  const standing = standingOf(shown, now);
  const proposal = openProposal(shown, now);
  const headline = headlineOf(standing, notice, shown, proposal !== null);
  const moved = headline === 'moved' && notice?.kind === 'moved' ? notice : null;
  const page = useFocusOnNews(moved?.to.starts_at ?? proposal?.starts_at ?? headline);

  return (
    <>
      <div className="container page-body no-print" ref={page}>
        <PageHead title={headline ? texts.headline[headline] : texts.title} lead={proposal ? proposed.lead(shown.service.name) : shown.service.name}>
          {!proposal && (
            <>
              <When shown={shown} />
              <StandingLine standing={standing} isMoved={moved !== null} />
            </>
          )}
        </PageHead>
        {notice?.kind === 'changed' && <ChangedNotice />}
        {notice?.kind === 'proposal-over' && <ProposalOver standing={standing} isReplaced={proposal !== null} />}
        {headline === 'accepted' && <AcceptedNotice shown={shown} />}
        {proposal && <ProposalPanel key={proposal.starts_at} shown={shown} proposal={proposal} now={now} />}
        {moved && <MovedNotice key={moved.to.starts_at} shown={shown} notice={moved} />}
        <DelayNotice shown={shown} />
        <Outcome shown={shown} />
        <RoomPanel shown={shown} standing={standing} now={now} />
        <div className="row">
          <div className="col-lg-7">
            <Facts shown={shown} />
          </div>
          <div className="col-lg-5">
            <Actions shown={shown} standing={standing} now={now} isProposed={proposal !== null} />
          </div>
        </div>
        <PapersSection shown={shown} standing={standing} />
        <WhatToKnow shown={shown} standing={standing} />
      </div>
      <PrintSlip shown={shown} standing={standing} />
      {isFinished(standing) && <RatingPanel subject={{ kind: 'service', serviceId: shown.service.id }} />}
      <ContactPanel />
    </>
  );
}

function isFinished(standing: ReturnType<typeof standingOf>): boolean {
  return standing === 'cancelled' || standing === 'over' || standing === 'past';
}

/** The button that was pressed is gone with the change: the focus goes to the title that tells it. */
function useFocusOnNews(news: string | null) {
  const page = useRef<HTMLDivElement>(null);
  const told = useRef(news);
  useEffect(() => {
    if (told.current === news) return;
    told.current = news;
    page.current?.querySelector('h1')?.focus();
  }, [news]);
  return page;
}
