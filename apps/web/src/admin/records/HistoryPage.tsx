import { may, type RecordContent, type RecordItem, type RecordKind, type RecordVersion, restoreRecord } from '@sportello/contract';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer, useAnswerSoon } from '../../api.ts';
import { records } from '../../messages/records.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { formatMoment } from '../../staff/moments.ts';
import { detailOf, problemOf, staffCall } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { fieldErrorsOf } from '../../trouble.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { isSame } from './content.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { useDifferences } from './differences.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { listOf } from './lists.ts';
import { effectOf, keepRecord, readRecordsAgain, recordsOf, versionsOf } from './queries.ts';

/** The history of a record: each change with who, when and in what, and the way back to it. Of a deleted one too. */
export function HistoryPage({ kind }: { readonly kind: RecordKind }) {
  const { history: texts, kinds } = useMessages(records);
  const { role } = useMe();
  const id = useParams().id ?? '';
  const { items: versions } = useAnswer(versionsOf({ kind, id }));
  const { items } = useAnswer(recordsOf(kind));
  const [restoring, setRestoring] = useState<RecordVersion | null>(null);
  const [isRestored, setRestored] = useState(false);
  const now = items.find((item) => item.id === id) ?? null;
  const newest = versions[0];
  const up = now ? { label: now.title, href: staffPaths.record(kind, id) } : { label: kinds[kind].many, href: listOf(kind) };

  return (
    <div className="container page-body">
      <StaffHead title={now ? texts.titleOf(now.title) : texts.title} lead={texts.lead} up={up} />
      <Done text={isRestored ? texts.restored : null} />
      {!now && newest && <Alert kind="info">{texts.gone}</Alert>}
      {versions.length === 0 && <p className="empty-state">{texts.none}</p>}
      <ol className="versions">
        {versions.map((version, index) => (
          <Version
            key={version.revision}
            version={version}
            before={versions[index + 1]?.content ?? null}
            isNow={index === 0 && now !== null}
            // An archived one is used again first: as it is, nothing of it can be changed.
            mayRestore={may(role, 'union.change') && now?.state !== 'archived' && !(now && isSame(now.content, version.content))}
            onRestore={() => setRestoring(version)}
          />
        ))}
      </ol>
      {restoring && newest && (
        <Restore
          version={restoring}
          now={now}
          name={{ kind, id }}
          revision={newest.revision}
          onClose={() => setRestoring(null)}
          onDone={() => {
            setRestored(true);
            setRestoring(null);
          }}
        />
      )}
    </div>
  );
}

interface VersionProps {
  readonly version: RecordVersion;
  readonly before: RecordContent | null;
  readonly isNow: boolean;
  readonly mayRestore: boolean;
  readonly onRestore: () => void;
}

function Version({ version, before, isNow, mayRestore, onRestore }: VersionProps) {
  const { history: texts } = useMessages(records);
  const language = useLanguage();
  const differences = useDifferences();
  const when = formatMoment(version.at, language);
  const action = texts.actions[version.action];
  // The newest step back of what is there, and the first known one, have nothing before them to differ from.
  const nothing = { kind: version.content.kind } as RecordContent;
  return (
    <li>
      <div className="version-head">
        <h2 className="h3">
          {action} {isNow && <Chip label={texts.now} kind="success" />}
        </h2>
        <p>
          <time dateTime={version.at}>{when}</time>
          {version.action !== 'before' && <>, {version.staff_name === null ? texts.system : texts.by(version.staff_name)}</>}
        </p>
      </div>
      {before ? (
        <DifferenceList differences={differences(before, version.content)} />
      ) : (
        <details>
          <summary>{texts.content}</summary>
          <DifferenceList differences={differences(nothing, version.content)} />
        </details>
      )}
      {mayRestore && (
        <button type="button" className="plain-button" aria-label={texts.restoreOf(action, when)} onClick={onRestore}>
          {texts.restore}
        </button>
      )}
    </li>
  );
}

interface RestoreProps {
  readonly version: RecordVersion;
  readonly now: RecordItem | null;
  readonly name: { readonly kind: RecordKind; readonly id: string };
  readonly revision: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What would be different, and what that does, before it is done. */
function Restore({ version, now, name, revision, onClose, onDone }: RestoreProps) {
  const { history: texts } = useMessages(records);
  const differences = useDifferences();

  async function send(): Promise<void> {
    keepRecord(await staffCall(restoreRecord, { params: { kind: name.kind, record_id: name.id, revision: version.revision }, body: { revision } }));
    await readRecordsAgain(name.kind);
  }

  return (
    <Confirm title={texts.restoreTitle} action={texts.restoreDo} isDangerous={false} send={send} onDone={onDone} onClose={onClose} sayRefusal={sayWhy}>
      {now && (
        <>
          <p>{texts.restoreText}</p>
          <DifferenceList differences={differences(now.content, version.content)} />
          <RestoreEffect now={now} content={version.content} />
        </>
      )}
      {!now && <DifferenceList differences={differences({ kind: name.kind } as RecordContent, version.content)} />}
    </Confirm>
  );
}

/** The rules of today may refuse what was fine once: then what is wrong is said. */
function sayWhy(error: Error): string | undefined {
  if (problemOf(error) !== 'validation') return undefined;
  const details = Object.values(fieldErrorsOf(error));
  return details.length > 0 ? details.join(' ') : detailOf(error);
}

function RestoreEffect({ now, content }: { readonly now: RecordItem; readonly content: RecordContent }) {
  const effect = useAnswerSoon(effectOf(now, { does: 'change', revision: now.revision, content }));
  return effect ? <EffectPanel effect={effect} /> : null;
}
