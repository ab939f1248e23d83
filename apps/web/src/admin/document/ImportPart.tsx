import { type ImportReport, importUnionDocument, previewUnionDocument, type UnionDocumentIn } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queryClient } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { unionDocument } from '../../messages/union-document.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffCall, staffKey } from '../../staff/staff-call.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { type FileTrouble, readFile } from './read-file.ts';
import { ReportTables } from './ReportTables.tsx';
import { changesIn } from './changes-in.ts';

interface Tried {
  readonly name: string;
  readonly document: UnionDocumentIn;
  readonly report: ImportReport;
}

/** A file is chosen, looked through, and read in. */
export function ImportPart() {
  const { import: texts } = useMessages(unionDocument);
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const outcome = useRef<HTMLDivElement>(null);

  const trying = useMutation({
    mutationFn: async (file: File) => {
      const read = await readFile(file);
      if (!read.ok) return setTrouble(read.why);
      const report = await staffCall(previewUnionDocument, { body: read.document });
      setTried({ name: file.name, document: read.document, report });
    },
    onSettled: () => outcome.current?.focus(),
  });

  function choose(file: File | undefined): void {
    if (!file) return;
    setTrouble(null);
    setTried(null);
    setSaid(null);
    trying.mutate(file);
  }

  async function send({ document, name }: Tried): Promise<void> {
    const report = await staffCall(importUnionDocument, { body: document });
    await queryClient.invalidateQueries({ queryKey: [staffKey] });
    const { created, changed } = changesIn(report);
    if (report.is_right) setSaid(texts.done(created, changed));
    setTried(report.is_right ? null : { document, name, report });
  }

  return (
    <>
      <p>{texts.text}</p>
      <FileChoice isAgain={tried !== null || trouble !== null} isBusy={trying.isPending} onChoose={choose} />
      <div ref={outcome} tabIndex={-1} className="import-outcome">
        {trying.isPending && <p role="status">{texts.reading}</p>}
        {trouble && (
          <Alert kind="danger">
            <p>{texts[trouble]}</p>
          </Alert>
        )}
        <Refusal error={trying.error} />
        <Done text={said} />
        {tried && <Looked tried={tried} onImport={() => setAsking(true)} />}
      </div>
      {tried && isAsking && (
        <Confirm
          title={texts.confirm.title}
          action={texts.button}
          isDangerous={false}
          send={() => send(tried)}
          onDone={() => {
            setAsking(false);
            outcome.current?.focus();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{texts.confirm.text(changesIn(tried.report).created, changesIn(tried.report).changed)}</p>
        </Confirm>
      )}
    </>
  );
}

function FileChoice({ isAgain, isBusy, onChoose }: { readonly isAgain: boolean; readonly isBusy: boolean; readonly onChoose: (file: File | undefined) => void }) {
  const { import: texts } = useMessages(unionDocument);
  return (
    <div className="import-file">
      <input
        className="import-input"
        type="file"
        id="import-file"
        accept=".json,application/json"
        aria-describedby="import-file-text"
        disabled={isBusy}
        onChange={({ target }) => {
          onChoose(target.files?.[0]);
          target.value = ''; // so that the same file can be chosen once more, mended
        }}
      />
      <label className="btn btn-outline-primary" htmlFor="import-file">
        {isAgain ? texts.another : texts.choose}
      </label>
      <p className="form-text" id="import-file-text">
        {texts.label}
      </p>
    </div>
  );
}

function Looked({ tried: { name, report }, onImport }: { readonly tried: Tried; readonly onImport: () => void }) {
  const { import: texts } = useMessages(unionDocument);
  const { created, changed } = changesIn(report);
  const isNothing = report.is_right && created + changed === 0;
  return (
    <>
      <Alert kind={report.is_right ? 'success' : 'danger'}>
        <p>
          <strong>{name}</strong>
        </p>
        <p>{isNothing ? texts.nothingNew : report.is_right ? texts.right : texts.wrong(report.error_count, report.wrong_rows)}</p>
        {report.errors.length < report.error_count && <p>{texts.firstOf(report.errors.length)}</p>}
      </Alert>
      <ReportTables report={report} />
      {report.is_right && !isNothing && <Button onClick={onImport}>{texts.button}</Button>}
    </>
  );
}
