import { useCallback, useEffect, useRef, useState } from 'react';
import type { Device } from './explain.ts';
import type { Failure } from './failure.ts';
import { closeStream, openDevice } from './open-device.ts';

export type DeviceStanding =
  | { readonly is: 'off' }
  | { readonly is: 'asking' }
  | { readonly is: 'on'; readonly stream: MediaStream }
  | { readonly is: 'failed'; readonly failure: Failure };

export interface OpenableDevice {
  readonly standing: DeviceStanding;
  /** Switches it on, or to another one; the browser asks the person where it has to. */
  readonly open: (id?: string) => Promise<DeviceStanding>;
  readonly close: () => void;
}

/** One camera or microphone, on for as long as it is wanted and the component is shown. */
export function useDevice(device: Device): OpenableDevice {
  const [standing, setStanding] = useState<DeviceStanding>({ is: 'off' });
  const stream = useRef<MediaStream | null>(null);
  /** Who asked last is answered; what comes for an earlier question, or after the page was left, is switched off. */
  const question = useRef(0);

  const drop = useCallback(() => {
    question.current += 1;
    closeStream(stream.current);
    stream.current = null;
  }, []);

  useEffect(() => drop, [drop]);

  const open = useCallback(
    async (id?: string): Promise<DeviceStanding> => {
      drop();
      const asked = question.current;
      setStanding({ is: 'asking' });
      const opened = await openDevice(device, id);
      const got = 'stream' in opened ? opened.stream : null;
      if (asked !== question.current) {
        closeStream(got);
        return { is: 'off' };
      }
      stream.current = got;
      const next: DeviceStanding = 'stream' in opened ? { is: 'on', stream: opened.stream } : { is: 'failed', failure: opened.failure };
      // Unplugged, or taken away in the settings.
      for (const track of got?.getTracks() ?? []) track.onended = () => setStanding({ is: 'failed', failure: 'none' });
      setStanding(next);
      return next;
    },
    [device, drop],
  );

  const close = useCallback(() => {
    drop();
    setStanding({ is: 'off' });
  }, [drop]);

  return { standing, open, close };
}
