import type { RoomGuest } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient, useAnswerSoon } from '../../api.ts';
import { roomBefore } from '../../messages/room-before.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { guestsOf, letGuestCome, takeGuestBack } from '../room-calls.ts';
import { GuestForm, type GuestWish } from './GuestForm.tsx';
import { GuestLink } from './GuestLink.tsx';

/** The citizen lets a relative or an interpreter come, too, from wherever they are. Folded away: few need it. */
export function GuestInvites({ code }: { readonly code: string }) {
  const { guests: texts } = useMessages(roomBefore);
  return (
    <details className="room-fold">
      <summary>{texts.title}</summary>
      <Invites code={code} />
    </details>
  );
}

function Invites({ code }: { readonly code: string }) {
  const { guests: texts } = useMessages(roomBefore);
  const language = useLanguage();
  const question = guestsOf(code);
  const invited = useAnswerSoon(question)?.items ?? [];
  const [said, setSaid] = useState('');
  const readAgain = () => queryClient.invalidateQueries({ queryKey: question(language).queryKey });
  const letting = useMutation({ mutationFn: (wish: GuestWish) => letGuestCome(code, wish), onSuccess: readAgain });
  const taking = useMutation({
    mutationFn: ({ id }: RoomGuest) => takeGuestBack(code, id),
    onSuccess(_, { name }) {
      setSaid(texts.removed(name));
      letting.reset();
      return readAgain();
    },
  });

  return (
    <>
      <p>{texts.lead}</p>
      {letting.isSuccess ? (
        <GuestLink name={letting.variables.name} token={letting.data.guest_token} onNext={() => letting.reset()} />
      ) : (
        <GuestForm isBusy={letting.isPending} error={letting.error} onInvite={(wish) => letting.mutate(wish)} />
      )}
      {invited.length > 0 && (
        <ul className="guest-list" aria-label={texts.list}>
          {invited.map((guest) => (
            <li key={guest.id}>
              <span>
                <strong>{guest.name}</strong>, {texts.roles[guest.role]}
              </span>
              <button type="button" className="link-button" aria-label={texts.removeOf(guest.name)} onClick={() => taking.mutate(guest)}>
                {texts.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status">{said}</p>
    </>
  );
}
