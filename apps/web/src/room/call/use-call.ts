import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { deviceChoices } from '../device-choices.ts';
import type { RoomConnection } from '../connection/room-connection.ts';
import { icePolicy } from './ice-policy.ts';
import { Mesh, type MeshView } from './mesh.ts';
import { OwnMedia, type OwnView } from './own-media.ts';

export interface CallNow {
  readonly own: OwnMedia;
  readonly mesh: Mesh;
  readonly ownView: OwnView;
  readonly meshView: MeshView;
  /** Without pictures in either direction, one's own camera off; and back to what it was. */
  readonly turnVoiceOnly: (isVoiceOnly: boolean) => void;
}

/** Camera, microphone and the connections with the others, as long as the component is shown. */
export function useCall(room: RoomConnection): CallNow {
  const [own] = useState(() => new OwnMedia(deviceChoices()));
  const [mesh] = useState(() => new Mesh({ room, own, policy: icePolicy() }));
  const ownView = useSyncExternalStore(own.subscribe, own.read);
  const meshView = useSyncExternalStore(mesh.subscribe, mesh.read);

  useEffect(() => {
    const stop = own.subscribe(() => {
      room.saySending(own.sending);
      room.sayDevices(own.devices);
    });
    mesh.start();
    void own.open();
    return () => {
      stop();
      mesh.stop();
      own.close();
    };
  }, [room, own, mesh]);

  const wasSeen = useRef(false);
  function turnVoiceOnly(isVoiceOnly: boolean): void {
    const isSeen = own.sending.camera;
    if (isVoiceOnly) wasSeen.current = isSeen;
    if (isVoiceOnly ? isSeen : wasSeen.current && !isSeen) void own.turnCamera();
    mesh.setVoiceOnly(isVoiceOnly);
  }

  return { own, mesh, ownView, meshView, turnVoiceOnly };
}
