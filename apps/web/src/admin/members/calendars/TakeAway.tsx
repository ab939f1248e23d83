import { changeRecord, type ContentOf } from '@sportello/contract';
import { useAnswerSoon } from '../../../api.ts';
import { memberCalendars } from '../../../messages/member-calendars.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Confirm } from '../../../staff/Confirm.tsx';
import { problemOf, staffCall } from '../../../staff/staff-call.ts';
import { withoutBlanks } from '../../records/content.ts';
import { EffectPanel } from '../../records/EffectPanel.tsx';
import { effectOf, type ItemOf } from '../../records/queries.ts';
import { calendarChanged } from './queries.ts';

interface Props {
  readonly item: ItemOf<'calendar'>;
  readonly person: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before a calendar becomes nobody's, and shows what that does to times and appointments. */
export function TakeAway({ item, person, onDone, onClose }: Props) {
  const texts = useMessages(memberCalendars);
  const content: ContentOf<'calendar'> = withoutBlanks({ ...item.content, staff_id: undefined });
  const effect = useAnswerSoon(effectOf(item, { does: 'change', revision: item.revision, content }));

  async function send(): Promise<void> {
    try {
      await staffCall(changeRecord, { params: { kind: 'calendar', record_id: item.id }, body: { revision: item.revision, content } });
    } catch (error) {
      if (problemOf(error) === 'changed-meanwhile') await calendarChanged(null);
      throw error;
    }
  }

  return (
    <Confirm title={texts.takeTitle(item.title, person)} action={texts.take} send={send} onDone={onDone} onClose={onClose} sayRefusal={(error) => (problemOf(error) === 'changed-meanwhile' ? texts.changed : undefined)}>
      <p>{texts.takeText}</p>
      {effect && <EffectPanel effect={effect} />}
    </Confirm>
  );
}
