import { chosen, openChosen } from '../open-chosen.ts';
import { browserOf } from './browser.ts';
import type { Device } from './explain.ts';
import { type Failure, failureOf, obstacleIn } from './failure.ts';

const picture = { width: { ideal: 640 }, facingMode: 'user' };
const voice = { echoCancellation: true, noiseSuppression: true };

export type Opened = { readonly stream: MediaStream } | { readonly failure: Failure };

/** Asks the browser for one device; it asks the person where it has to. Never throws. */
export async function openDevice(device: Device, id: string | undefined): Promise<Opened> {
  const browser = thisBrowser();
  const obstacle = obstacleIn({ isSecure: window.isSecureContext, knowsMedia: Boolean(navigator.mediaDevices?.getUserMedia), browser });
  if (obstacle) return { failure: obstacle };
  try {
    return { stream: device === 'camera' ? await openChosen({ video: { ...picture, ...chosen(id) } }) : await openChosen({ audio: { ...voice, ...chosen(id) } }) };
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

/** Not every browser says it. */
async function permissionFor(device: Device): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: device as PermissionName })).state;
  } catch {
    return null;
  }
}
