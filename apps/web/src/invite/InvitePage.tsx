import { useEffect } from 'react';
import { useLoaderData, useLocation, useRevalidator } from 'react-router';
import { ContactPanel } from '../help/ContactPanel.tsx';
import { ClosedInvitation } from './ClosedInvitation.tsx';
import { type Door, openDoor } from './door.ts';
import { takeInvitationFromAddress } from './invitation-link.ts';
import { OpenedInvitation } from './OpenedInvitation.tsx';

export function loadInvitation(): Promise<Door> {
  takeInvitationFromAddress();
  return openDoor();
}

/** What the link of an invitation opens. */
export function InvitePage() {
  const door = useLoaderData<Door>();
  useLinkOpenedMeanwhile();
  return (
    <>
      <div className="container page-body booking">{door.is === 'open' ? <OpenedInvitation /> : <ClosedInvitation door={door} />}</div>
      <ContactPanel />
    </>
  );
}

/** Another invitation, opened in this tab: the browser changes only the fragment and loads nothing. */
function useLinkOpenedMeanwhile(): void {
  const location = useLocation();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (takeInvitationFromAddress()) void revalidate();
  }, [location, revalidate]);
}
