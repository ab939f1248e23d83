import type { ChannelContent } from '@sportello/contract';
import { formatMoney } from '../../format/money.ts';
import type { Language } from '../../messages/language.ts';
import type { it as fieldsIt } from '../../messages/record-fields.it.ts';
import type { it } from '../../messages/services-admin.it.ts';
import { spanOf } from './time-units.ts';

/** What rules are said with. */
export interface RuleWords {
  readonly texts: typeof it;
  readonly fields: typeof fieldsIt;
  readonly language: Language;
}

const textNames = ['documents', 'before', 'after', 'before_video', 'closing'] as const;
/** While people type, a number may be no number yet. */
type Typed = number | string;

/** Minutes as people say them; what is no number is said as it was typed. */
export function saySpan(minutes: Typed, { fields }: Pick<RuleWords, 'fields'>): string {
  if (typeof minutes !== 'number') return minutes || '?';
  const { amount, unit } = spanOf(minutes);
  return fields[unit](Number(amount));
}

/** What each group of rules says, in a line. */
export function sayGroups(rules: ChannelContent, words: RuleWords) {
  const { texts } = words;
  const { says } = texts;
  const span = (minutes: Typed) => saySpan(minutes, words);
  const { buffer_before_minutes: before, buffer_after_minutes: after } = rules;
  const [first, ...others] = rules.needs.map((ids) => says.oneOf(ids.length));
  const needs = first === undefined ? says.nobody : others.reduce(says.and, first);
  const price = rules.price_cents === 0 ? says.free : typeof rules.price_cents === 'number' ? formatMoney(rules.price_cents, words.language) : '?';
  return {
    duration: [span(rules.duration_minutes), ...(rules.step_minutes ? [says.every(span(rules.step_minutes))] : [])].join(', '),
    buffers: before === 0 && after === 0 ? says.noBuffers : says.buffers(span(before), span(after)),
    window: says.window(span(rules.notice_minutes), rules.horizon_days),
    terms: says.terms(span(rules.move_cutoff_minutes), span(rules.cancel_cutoff_minutes)),
    limits: [says.who[rules.who_may_book], ...(rules.moderated ? [says.approved] : [])].join(', '),
    needs: [needs, ...(rules.channel === 'desk' ? [says.places(rules.place_ids.length)] : [])].join(' · '),
    money: `${price}, ${says.reminders(rules.reminder_minutes.length)}`,
    words: says.texts(textNames.filter((name) => rules[name]?.it).length),
    questions: says.questions(rules.questions.length),
  };
}
