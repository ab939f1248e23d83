import { useEffect, useState } from 'react';

export interface ListedDevice {
  readonly id: string;
  readonly name: string;
}

/** The devices of a kind, by name. Browsers tell the names only once one of them is `open`. */
export function useDeviceList(kind: MediaDeviceKind, isOpen: boolean): readonly ListedDevice[] {
  const [listed, setListed] = useState<readonly ListedDevice[]>([]);
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (!isOpen || !mediaDevices?.enumerateDevices) return;
    let isShown = true;
    const look = () =>
      void mediaDevices.enumerateDevices().then(
        (all) => isShown && setListed(all.filter((one) => one.kind === kind && one.deviceId !== '' && one.label !== '').map(({ deviceId, label }) => ({ id: deviceId, name: label }))),
        () => undefined,
      );
    look();
    mediaDevices.addEventListener('devicechange', look);
    return () => {
      isShown = false;
      mediaDevices.removeEventListener('devicechange', look);
    };
  }, [kind, isOpen]);
  return listed;
}
