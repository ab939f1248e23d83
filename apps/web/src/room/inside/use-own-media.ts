import { useEffect, useState, useSyncExternalStore } from 'react';
import { OwnMedia, type OwnView } from '../call/own-media.ts';
import { deviceChoices } from '../device-choices.ts';

/** Camera and microphone as they will be used in the call, on for as long as the component is shown. */
export function useOwnMedia(): { readonly own: OwnMedia; readonly view: OwnView } {
  const [own] = useState(() => new OwnMedia(deviceChoices()));
  const view = useSyncExternalStore(own.subscribe, own.read);
  useEffect(() => {
    void own.open();
    return () => own.close();
  }, [own]);
  return { own, view };
}
