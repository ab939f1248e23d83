import { printBoard } from '@sportello/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { staffCall } from '../../staff/staff-call.ts';

export interface Printing {
  /** While the browser draws the paper. */
  readonly isOnPaper: boolean;
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly start: () => Promise<void>;
}

/** The board goes on paper once the trail knows of it; printing by the browser's own menu is written down as well. */
export function usePrinting(day: string, officeId: string | undefined): Printing {
  const [isOnPaper, setOnPaper] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const note = () => staffCall(printBoard, { body: { day, ...(officeId && { office_id: officeId }) } });

  const beforePrint = useEffectEvent(() => {
    if (!isBusy) void note().catch(() => undefined);
    flushSync(() => setOnPaper(true));
  });

  useEffect(() => {
    const begin = () => beforePrint();
    const end = () => setOnPaper(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);

  async function start(): Promise<void> {
    if (isBusy) return;
    setError(null);
    setBusy(true);
    try {
      await note();
      window.print();
    } catch (refused) {
      setError(refused as Error);
    } finally {
      setBusy(false);
    }
  }

  return { isOnPaper, error, isBusy, start };
}
