import { tab } from '../../storage.ts';

/**
 * `relay` where the tab's storage says so: for trying whether people can meet through the TURN server alone. Whoever writes it there
 * by hand changes nothing but the way that their own sound and pictures take.
 */
export function icePolicy(): RTCIceTransportPolicy {
  return tab.read('room.ice') === 'relay' ? 'relay' : 'all';
}
