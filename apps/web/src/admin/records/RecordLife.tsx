import { archivableKinds, deleteRecord, may, type RecordItem } from '@sportello/contract';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAnswerSoon } from '../../api.ts';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EffectOfStep } from './EffectOfStep.tsx';
import { listOf } from './lists.ts';
import { PutAway } from './PutAway.tsx';
import { dependentsOf, readRecordsAgain } from './queries.ts';

type Step = 'archive' | 'unarchive' | 'delete';

/** To put a record away, to use it again, to delete it: each asked about, with what it does. */
export function RecordLife({ item }: { readonly item: RecordItem }) {
  const { life: texts } = useMessages(records);
  const { role } = useMe();
  const [step, setStep] = useState<Step | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (!may(role, 'union.change') || item.kind === 'union') return null;
  const isArchivable = archivableKinds.some((kind) => kind === item.kind);
  const close = () => setStep(null);

  return (
    <section className="record-life" aria-labelledby="record-life">
      <h2 id="record-life">{isArchivable ? texts.title : texts.deletion}</h2>
      <Done text={said} />
      <div className="button-row">
        {isArchivable && (
          <Button kind="outline-primary" wide onClick={() => setStep(item.state === 'archived' ? 'unarchive' : 'archive')}>
            {item.state === 'archived' ? texts.unarchive : texts.archive}
          </Button>
        )}
        <Button kind="outline-danger" wide onClick={() => setStep('delete')}>
          {texts.delete}
        </Button>
      </div>
      {(step === 'archive' || step === 'unarchive') && (
        <PutAway
          item={item}
          step={step}
          onClose={close}
          onDone={() => {
            setSaid(step === 'archive' ? texts.archived : texts.unarchived);
            close();
          }}
        />
      )}
      {step === 'delete' && <Delete item={item} isArchivable={isArchivable} onClose={close} />}
    </section>
  );
}

function Delete({ item, isArchivable, onClose }: { readonly item: RecordItem; readonly isArchivable: boolean; readonly onClose: () => void }) {
  const { life: texts } = useMessages(records);
  const navigate = useNavigate();
  const dependents = useAnswerSoon(dependentsOf(item));
  if (dependents === undefined) return null;
  if (dependents && dependents.items.length > 0) {
    return (
      <Dialog title={texts.cannotTitle(item.title)} onClose={onClose}>
        <Dependents>
          {dependents.items.map(({ kind, count, example }) => (
            <li key={kind}>
              {item.kind === 'privacy_notice' && kind === 'appointment' ? texts.noticeUsed : texts.dependents[kind](count)}
              {example !== null && item.kind !== 'privacy_notice' && texts.example(example)}
            </li>
          ))}
        </Dependents>
        {isArchivable && item.state === 'used' && <p>{texts.cannotArchive}</p>}
        <Button kind="outline-primary" wide onClick={onClose}>
          {texts.close}
        </Button>
      </Dialog>
    );
  }

  async function send(): Promise<void> {
    await staffCall(deleteRecord, { params: { kind: item.kind, record_id: item.id }, body: { revision: item.revision } });
  }

  async function leave(): Promise<void> {
    await navigate(listOf(item.kind), { state: { said: texts.deleted(item.title), history: staffPaths.recordHistory(item.kind, item.id) } });
    await readRecordsAgain();
  }

  return (
    <Confirm title={texts.deleteTitle(item.title)} action={texts.delete} send={send} onDone={() => void leave()} onClose={onClose} sayRefusal={(error) => (problemOf(error) === 'still-used' ? texts.stillUsed : undefined)}>
      <p>{texts.deleteText}</p>
      <EffectOfStep item={item} step="delete" />
    </Confirm>
  );
}

function Dependents({ children }: { readonly children: ReactNode }) {
  const { life: texts } = useMessages(records);
  return (
    <>
      <p>{texts.cannotText}</p>
      <ul>{children}</ul>
    </>
  );
}
