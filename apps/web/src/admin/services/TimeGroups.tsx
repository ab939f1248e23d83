import { grids } from '@sportello/contract';
import { recordFields } from '../../messages/record-fields.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SpanField } from './SpanField.tsx';
import type { ChannelEdit } from './service-edit.ts';
import { spanOfRule } from './time-rules.ts';

const short = ['minutes', 'hours'] as const;
const minutesOnly = ['minutes'] as const;

/** How long it lasts, and when it may begin. */
export function DurationFields(channel: ChannelEdit) {
  const { rules: texts } = useMessages(servicesAdmin);
  const { labels, minutes } = useMessages(recordFields);
  const { edit, rules, at } = channel;
  return (
    <>
      <div className="rule-row">
        <SpanField {...spanOfRule(channel, 'duration_minutes')} label={labels.duration_minutes} help={`${texts.durationHelp} ${texts.usually(minutes(30))}`} required units={short} />
        <SpanField {...spanOfRule(channel, 'step_minutes')} label={labels.step_minutes} help={texts.stepHelp} units={short} />
      </div>
      <RadioCards
        id={edit.idOf(at('grid'))}
        label={labels.grid}
        help={texts.gridHelp}
        error={edit.errorOf(at('grid'))}
        required
        choices={grids.map((value) => ({ value, ...texts.grids[value] }))}
        value={rules.grid}
        onChange={(grid) => edit.put(at('grid'), grid)}
      />
      <SpanField {...spanOfRule(channel, 'offset_minutes')} label={labels.offset_minutes} help={texts.offsetHelp} required units={short} />
    </>
  );
}

/** Time around it that nobody can book. */
export function BufferFields(channel: ChannelEdit) {
  const { rules: texts } = useMessages(servicesAdmin);
  const { labels } = useMessages(recordFields);
  return (
    <div className="rule-row">
      <SpanField {...spanOfRule(channel, 'buffer_before_minutes')} label={labels.buffer_before_minutes} help={texts.bufferBeforeHelp} required units={short} />
      <SpanField {...spanOfRule(channel, 'buffer_after_minutes')} label={labels.buffer_after_minutes} help={texts.bufferAfterHelp} required units={short} />
    </div>
  );
}

/** From when to when citizens may book, and how long a time is kept for them. */
export function WindowFields(channel: ChannelEdit) {
  const { rules: texts } = useMessages(servicesAdmin);
  const { labels } = useMessages(recordFields);
  const { edit, at } = channel;
  return (
    <div className="rule-row">
      <SpanField {...spanOfRule(channel, 'notice_minutes')} label={labels.notice_minutes} help={texts.noticeHelp} required usual="hours" />
      <TextField {...edit.number(at('horizon_days'))} label={labels.horizon_days} help={texts.horizonHelp} required inputMode="numeric" autoComplete="off" maxLength={3} />
      <SpanField {...spanOfRule(channel, 'hold_minutes')} label={labels.hold_minutes} help={texts.holdHelp} required units={minutesOnly} />
    </div>
  );
}

/** Until when citizens may move and cancel, and when a time comes back. */
export function TermsFields(channel: ChannelEdit) {
  const { rules: texts } = useMessages(servicesAdmin);
  const { labels } = useMessages(recordFields);
  return (
    <div className="rule-row">
      <SpanField {...spanOfRule(channel, 'move_cutoff_minutes')} label={labels.move_cutoff_minutes} help={texts.moveHelp} required usual="hours" />
      <SpanField {...spanOfRule(channel, 'cancel_cutoff_minutes')} label={labels.cancel_cutoff_minutes} help={texts.cancelHelp} required usual="hours" />
      <SpanField {...spanOfRule(channel, 'release_delay_minutes')} label={labels.release_delay_minutes} help={texts.releaseHelp} required />
    </div>
  );
}
