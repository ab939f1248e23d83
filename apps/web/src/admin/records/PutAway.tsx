import { type ArchivableKind, archiveRecord, type RecordItem, unarchiveRecord } from '@sportello/contract';
import { records } from '../../messages/records.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { EffectOfStep } from './EffectOfStep.tsx';
import { keepRecord, readRecordsAgain } from './queries.ts';

interface PutAwayProps {
  readonly item: RecordItem;
  readonly step: 'archive' | 'unarchive';
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a record is put away or used again, with what that does. */
export function PutAway({ item, step, onClose, onDone }: PutAwayProps) {
  const { life: texts } = useMessages(records);
  const words = step === 'archive' ? { title: texts.archiveTitle, text: texts.archiveText, action: texts.archive } : { title: texts.unarchiveTitle, text: texts.unarchiveText, action: texts.unarchive };

  async function send(): Promise<void> {
    const contract = step === 'archive' ? archiveRecord : unarchiveRecord;
    // The buttons are there for kinds that can be archived alone.
    keepRecord(await staffCall(contract, { params: { kind: item.kind as ArchivableKind, record_id: item.id }, body: { revision: item.revision } }));
    await readRecordsAgain();
  }

  return (
    <Confirm title={words.title(item.title)} action={words.action} isDangerous={step === 'archive'} send={send} onDone={onDone} onClose={onClose}>
      <p>{words.text}</p>
      <EffectOfStep item={item} step={step} />
    </Confirm>
  );
}
