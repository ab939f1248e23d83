import { inviteStaffGuest, removeStaffGuest, type RoomGuest, showStaffRoom } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deskRoom } from '../../messages/desk-room.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { GuestForm, type GuestWish } from '../../room/guest/GuestForm.tsx';
import { GuestLink } from '../../room/guest/GuestLink.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { readAgain, staffCall } from '../../staff/staff-call.ts';
import { RoomPanelFrame } from './RoomPanelFrame.tsx';

/** Lets an interpreter or a relative come, too: the link is shown once, and can be taken back. */
export function GuestsPanel({ id, guests }: { readonly id: string; readonly guests: readonly RoomGuest[] }) {
  const { guests: texts } = useMessages(deskRoom);
  const { guests: words } = useMessages(roomBefore);
  const [said, setSaid] = useState('');
  const params = { appointment_id: id };
  const inviting = useMutation({ mutationFn: (wish: GuestWish) => staffCall(inviteStaffGuest, { params, body: wish }), onSuccess: () => readAgain(showStaffRoom) });
  const removing = useMutation({
    mutationFn: (guest: RoomGuest) => staffCall(removeStaffGuest, { params: { ...params, guest_id: guest.id } }),
    onSuccess(_, { name }) {
      setSaid(words.removed(name));
      inviting.reset();
      return readAgain(showStaffRoom);
    },
  });

  return (
    <RoomPanelFrame title={texts.title} lead={texts.lead}>
      {inviting.isSuccess ? (
        <GuestLink name={inviting.variables.name} token={inviting.data.guest_token} onNext={() => inviting.reset()} />
      ) : (
        <details className="room-fold">
          <summary>{words.open}</summary>
          <GuestForm isBusy={inviting.isPending} error={inviting.error} onInvite={(wish) => inviting.mutate(wish)} />
        </details>
      )}
      {guests.length > 0 && (
        <ul className="panel-list" aria-label={words.list}>
          {guests.map((guest) => (
            <li key={guest.id}>
              <span>
                <strong>{guest.name}</strong>, {words.roles[guest.role].toLowerCase()}
              </span>
              <button type="button" className="row-button row-button-back" aria-label={words.removeOf(guest.name)} onClick={() => removing.mutate(guest)}>
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="panel-said">
        {said}
      </p>
      <Refusal error={removing.error} />
    </RoomPanelFrame>
  );
}
