import { tab } from '../storage.ts';

/** What somebody comes into the room with; ids are those of the browser, left out: its own choice. */
export interface DeviceChoices {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly cameraId?: string | undefined;
  readonly microphoneId?: string | undefined;
  readonly speakerId?: string | undefined;
}

const name = 'room.devices';
const everything: DeviceChoices = { camera: true, microphone: true };

/** As they were chosen last in this tab; else everything there is. */
export function deviceChoices(): DeviceChoices {
  try {
    const kept = JSON.parse(tab.read(name) ?? 'null') as Partial<DeviceChoices> | null;
    return { ...everything, ...kept };
  } catch {
    return everything;
  }
}

export function keepDeviceChoices(change: Partial<DeviceChoices>): void {
  tab.write(name, JSON.stringify({ ...deviceChoices(), ...change }));
}
