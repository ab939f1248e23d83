import { browserOf } from './browser.ts';
import type { Device } from './explain.ts';
import { type Failure, failureOf, obstacleIn } from './failure.ts';

export type Opened = { readonly stream: MediaStream } | { readonly failure: Failure };

/** Asks the browser for one device; it asks the person where it has to. Never throws. */
export async function openDevice(device: Device, id: string | undefined): Promise<Opened> {
  const browser = thisBrowser();
  const obstacle = obstacleIn({ isSecure: window.isSecureContext, knowsMedia: Boolean(navigator.mediaDevices?.getUserMedia), browser });
  if (obstacle) return { failure: obstacle };
  try {
    return { stream: await navigator.mediaDevices.getUserMedia(wishFor(device, id)) };
  } catch (error) {
    return { failure: failureOf(error, { permission: await permissionFor(device), browser }) };
  }
}

export function closeStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

export function thisBrowser() {
  return browserOf({ userAgent: navigator.userAgent, maxTouchPoints: navigator.maxTouchPoints });
}

/** A device that was unplugged meanwhile is no reason to have none. */
function wishFor(device: Device, id: string | undefined): MediaStreamConstraints {
  const wanted = id ? { deviceId: { ideal: id } } : {};
  return device === 'camera' ? { video: { ...wanted, width: { ideal: 640 }, facingMode: 'user' } } : { audio: { ...wanted, echoCancellation: true, noiseSuppression: true } };
}

/** Not every browser says it. */
async function permissionFor(device: Device): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: device as PermissionName })).state;
  } catch {
    return null;
  }
}
