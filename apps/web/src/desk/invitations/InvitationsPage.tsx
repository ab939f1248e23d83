import { type Invitation, may, revokeInvitation } from '@sportello/contract';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { formatShortDay } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskInvitations } from '../../messages/desk-invitations.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { formatMoment } from '../../staff/moments.ts';
import { type Column, Rows } from '../../staff/Rows.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { invitations, readInvitationsAgain } from './queries.ts';
import { NewInvitationPage } from './NewInvitationPage.tsx';

export function InvitationsPage() {
  const [query] = useSearchParams();
  return query.has('nuovo') ? <NewInvitationPage /> : <InvitationList />;
}

/** All invitations of one's offices, the newest first. */
function InvitationList() {
  const texts = useMessages(deskInvitations);
  const { role } = useMe();
  const { items } = useAnswer(invitations);
  const [revoked, setRevoked] = useState<Invitation | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const columns = useColumns((invitation) => {
    setSaid(null);
    setRevoked(invitation);
  });
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      {may(role, 'appointment.work') && (
        <p>
          <ButtonLink href={staffPaths.newInvitation()}>{texts.new}</ButtonLink>
        </p>
      )}
      <Done text={said} />
      {items.length === 0 ? <p className="empty-state">{texts.none}</p> : <Rows caption={texts.title} columns={columns} items={items} keyOf={({ id }) => id} />}
      {revoked && (
        <Confirm
          title={texts.revokeTitle}
          action={texts.revoke}
          send={() => staffCall(revokeInvitation, { params: { invitation_id: revoked.id } })}
          onDone={() => {
            setRevoked(null);
            setSaid(texts.revoked);
            void readInvitationsAgain();
          }}
          onClose={() => setRevoked(null)}
        >
          {texts.revokeText(revoked.person?.name ?? texts.anybody, revoked.service_name)}
        </Confirm>
      )}
    </div>
  );
}

const looks = { open: 'good', used: 'over', revoked: 'over', expired: 'over' } as const;

function useColumns(onRevoke: (invitation: Invitation) => void): Column<Invitation>[] {
  const texts = useMessages(deskInvitations);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const { role } = useMe();
  return [
    {
      label: texts.person,
      isMain: true,
      cell: ({ person }) => (person ? <a href={staffPaths.person(person.id)}>{person.name}</a> : texts.anybody),
    },
    {
      label: texts.service,
      cell: ({ service_name, channel }) => (
        <>
          {service_name}
          <span className="rows-sub">{channels[channel]}</span>
        </>
      ),
    },
    { label: texts.expires, cell: ({ expires_at }) => formatShortDay(lastInstantOf(expires_at), language) },
    {
      label: texts.madeBy,
      cell: ({ staff_name, created_at }) => (
        <>
          {staff_name}
          <span className="rows-sub">{formatMoment(created_at, language)}</span>
        </>
      ),
    },
    { label: texts.state, cell: ({ state }) => <span className={`state-chip state-${looks[state]}`}>{texts.states[state]}</span> },
    {
      label: texts.actions,
      cell: (invitation) => {
        if (invitation.appointment_id) return <a href={staffPaths.appointment(invitation.appointment_id)}>{texts.appointment}</a>;
        if (invitation.state !== 'open' || !may(role, 'appointment.work')) return '—';
        return (
          <button type="button" className="link-button" aria-label={texts.revokeLabel(invitation.service_name, invitation.person?.name ?? texts.anybody)} onClick={() => onRevoke(invitation)}>
            {texts.revoke}
          </button>
        );
      },
    },
  ];
}

/** It ends when the next day begins; people are told the last day on which it is good. */
function lastInstantOf(expiresAt: string): string {
  return new Date(Date.parse(expiresAt) - 1).toISOString();
}
