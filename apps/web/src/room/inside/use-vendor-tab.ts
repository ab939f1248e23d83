import { call, findMeetingAddress } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { roomBefore } from '../../messages/room-before.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

/** The tab of the vendor's meeting: opened with the press, as browsers block it later, and sent on once the address is known. */
export function useVendorTab(token: string) {
  const { vendor: texts } = useMessages(roomBefore);
  // All of it in the question itself: where the vendor fails, this page gives way to our own room before the answer comes.
  const going = useMutation({
    async mutationFn(opened: Window | null) {
      try {
        const { url, provider } = await call(findMeetingAddress, { token, body: {} });
        if (provider === 'own') opened?.close(); // the vendor has failed, and the room itself says that everybody meets here
        else if (opened) sendTo(opened, url);
        return provider !== 'own' && opened === null ? url : null;
      } catch (error) {
        opened?.close();
        throw error;
      }
    },
  });

  function open(): void {
    const opened = window.open('', '_blank');
    if (opened) say(opened, texts.opening);
    going.mutate(opened);
  }

  const { isPending, isSuccess, error, data: blockedUrl = null } = going;
  return { isOpening: isPending, isOpened: isSuccess && blockedUrl === null, error, blockedUrl, open };
}

/** The vendor's page gets no hold of ours. */
function sendTo(opened: Window, url: string): void {
  opened.opener = null;
  opened.location.replace(url);
}

/** To ask a vendor takes some seconds, and an empty tab looks broken. */
function say({ document }: Window, text: string): void {
  document.title = text;
  document.body.textContent = text;
}
