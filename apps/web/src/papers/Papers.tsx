import type { StoredFile } from '@sportello/contract';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { papers } from '../messages/papers.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Live } from '../ui/Live.tsx';
import { AddPapers } from './AddPapers.tsx';
import { PaperRow } from './PaperRow.tsx';
import { PapersStyle } from './PapersStyle.tsx';
import type { PapersProps } from './papers-port.ts';
import { RemovePaper } from './RemovePaper.tsx';
import { UploadLine } from './UploadLine.tsx';
import { useUploads } from './use-uploads.ts';

/** The papers of an appointment: the list of both sides, and a way to add one. Its heading is the page's. The page does not wait for how they look. */
export function Papers(props: PapersProps) {
  return (
    <Suspense fallback={null}>
      <PapersOf {...props} />
    </Suspense>
  );
}

function PapersOf({ port, reader, revision, question, ...ofField }: PapersProps) {
  const texts = useMessages(papers);
  const { data, isError, refetch } = useQuery({ queryKey: port.queryKey, queryFn: ({ signal }) => port.list(signal), staleTime: 10_000, refetchOnWindowFocus: true });
  const uploads = useUploads(port);
  const [removing, setRemoving] = useState<StoredFile | null>(null);
  const block = useRef<HTMLDivElement>(null);
  useRereading(revision, refetch);
  if (isError && !data) return <Alert kind="warning">{texts.listFailed}</Alert>;
  if (!data) return null;
  const { items, can_add: canAdd } = data;
  const { remove } = port;

  return (
    <div className="papers" ref={block} tabIndex={-1} data-quiet-focus>
      <PapersStyle />
      {items.length === 0 && uploads.rows.length === 0 && question === undefined && <p className="papers-none">{texts.none}</p>}
      {(items.length > 0 || uploads.rows.length > 0) && (
        <ul className="papers-list">
          {items.map((file) => (
            <PaperRow key={file.id} file={file} reader={reader} port={port} isAnswer={question !== undefined} onSeen={() => void refetch()} onRemove={remove && file.can_delete ? () => setRemoving(file) : null} />
          ))}
          {uploads.rows.map((row) => (
            <UploadLine key={row.key} row={row} onRetry={() => uploads.retry(row)} onDrop={() => dropAndStay(() => uploads.drop(row))} />
          ))}
        </ul>
      )}
      {canAdd && <AddPapers {...ofField} question={question} isForOne={question !== undefined} onPick={uploads.add} />}
      <Live text={uploads.said} />
      {removing && remove && (
        <RemovePaper
          name={removing.name}
          remove={() => remove(removing.id)}
          onClose={() => setRemoving(null)}
          onDone={async () => {
            await refetch();
            uploads.say(texts.removed(removing.name));
            dropAndStay(() => setRemoving(null));
          }}
        />
      )}
    </div>
  );

  /** The button that was pressed is gone: the focus stays with the papers. */
  function dropAndStay(drop: () => void): void {
    drop();
    requestAnimationFrame(() => block.current?.focus());
  }
}

/** Somebody else added or took away: the room says so by a number that rises. */
function useRereading(revision: number | undefined, refetch: () => unknown): void {
  const known = useRef(revision);
  useEffect(() => {
    if (known.current === revision) return;
    known.current = revision;
    void refetch();
  }, [revision, refetch]);
}
