import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { papers } from '../messages/papers.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import type { PapersPort } from './papers-port.ts';
import { refusalAfter, refusalBefore } from './refusal-of-paper.ts';

/** A file on its way, or one that did not arrive. */
export interface UploadRow {
  readonly key: string;
  readonly file: File;
  readonly progress: { readonly is: 'waiting' } | { readonly is: 'sending'; readonly share: number } | { readonly is: 'failed'; readonly text: string; readonly mayRetry: boolean };
}

/** Sends files one after the other; what failed stays, to be tried again. `said`: what has just happened, for who does not see it. */
export function useUploads(port: PapersPort) {
  const texts = useMessages(papers);
  const queryClient = useQueryClient();
  const [rows, setRows] = useState<readonly UploadRow[]>([]);
  const [said, setSaid] = useState('');
  const cancels = useRef(new Map<string, AbortController>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  // Whoever leaves the page while a file waits for its turn does not want it sent.
  useEffect(() => {
    const known = cancels.current;
    return () => {
      for (const [key, cancel] of known) if (!isUnderWay.has(key)) cancel.abort();
    };
  }, []);

  const change = (key: string, progress: UploadRow['progress']) => setRows((all) => all.map((row) => (row.key === key ? { ...row, progress } : row)));
  const drop = (key: string) => setRows((all) => all.filter((row) => row.key !== key));

  async function send(key: string, file: File, cancel: AbortController): Promise<void> {
    if (cancel.signal.aborted) return;
    isUnderWay.add(key);
    change(key, { is: 'sending', share: 0 });
    setSaid(texts.sending(file.name));
    try {
      await port.add(file, { key, signal: cancel.signal, onProgress: (share) => change(key, { is: 'sending', share }) });
      await queryClient.invalidateQueries({ queryKey: port.queryKey });
      drop(key);
      setSaid(texts.sent(file.name));
    } catch (error) {
      if (cancel.signal.aborted) return;
      change(key, { is: 'failed', ...refusalAfter(error, texts) });
      setSaid(''); // the notice says it
    } finally {
      isUnderWay.delete(key);
      cancels.current.delete(key);
    }
  }

  function begin(key: string, file: File): void {
    const cancel = new AbortController();
    cancels.current.set(key, cancel);
    queue.current = queue.current.then(() => send(key, file, cancel));
  }

  return {
    rows,
    said,
    say: setSaid,
    add(files: readonly File[]): void {
      for (const file of files) {
        const key = crypto.randomUUID();
        const refusal = refusalBefore(file, texts);
        setRows((all) => [...all, { key, file, progress: refusal === null ? { is: 'waiting' } : { is: 'failed', text: refusal, mayRetry: false } }]);
        if (refusal === null) begin(key, file);
      }
    },
    retry({ key, file }: UploadRow): void {
      change(key, { is: 'waiting' });
      begin(key, file);
    },
    /** Breaks off what is under way, or takes away the notice of what failed. */
    drop({ key, file, progress }: UploadRow): void {
      cancels.current.get(key)?.abort();
      drop(key);
      if (progress.is !== 'failed') setSaid(texts.cancelled(file.name));
    },
  };
}

/** Those that have left already arrive, even when the page is left. */
const isUnderWay = new Set<string>();
