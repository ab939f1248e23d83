import { type Channel, type ChannelContent, channels, type ContentOf, type QuestionContent } from '@sportello/contract';

type ServiceContent = ContentOf<'service'>;

const defaultReminders = [1440, 120];

/** A way of booking with the rules that most services have. */
export function newChannel(channel: Channel): ChannelContent {
  return {
    channel,
    duration_minutes: 30,
    offset_minutes: 0,
    grid: 'opening',
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    notice_minutes: 120,
    horizon_days: 60,
    hold_minutes: 10,
    move_cutoff_minutes: 1440,
    cancel_cutoff_minutes: 240,
    release_delay_minutes: 0,
    moderated: false,
    limit_future: 3,
    limit_per_day: 1,
    who_may_book: 'citizens',
    person_may_choose: false,
    price_cents: 0,
    reminder_minutes: [...defaultReminders],
    needs: [],
    place_ids: [],
    questions: [],
  };
}

/** A service that says nothing yet. */
export function newService(officeId = ''): ServiceContent {
  return {
    kind: 'service',
    slug: '',
    office_id: officeId,
    is_published: false,
    name: { it: '' },
    summary: { it: '' },
    keywords: {},
    popularity: 50,
    retention_months: 12,
    life_event_ids: [],
    channels: [],
  };
}

/** A service like another one: unpublished, with questions and an address of its own. */
export function copyOfService(content: ServiceContent, nameOf: (name: string) => string): ServiceContent {
  return {
    ...content,
    slug: '',
    is_published: false,
    name: { it: nameOf(content.name.it) },
    channels: content.channels.map((channel) => ({ ...channel, questions: channel.questions.map(ownQuestion) })),
  };
}

/** The question for another list: it is a new one there. */
export function ownQuestion(question: QuestionContent): QuestionContent {
  return without(question, ['id']);
}

/** In the order in which people see them. */
export function inChannelOrder(list: readonly ChannelContent[]): ChannelContent[] {
  return channels.flatMap((name) => list.filter(({ channel }) => channel === name));
}

/** What belongs to one way alone. */
const ownNames = ['channel', 'place_ids', 'questions', 'documents', 'before', 'after', 'before_video', 'closing'] as const;

/** The rules of one way of booking, for another one: texts, questions and places stay what they are there. */
export function withRulesOf(target: ChannelContent, source: ChannelContent): ChannelContent {
  const own = Object.fromEntries(ownNames.flatMap((name) => (target[name] === undefined ? [] : [[name, target[name]]])));
  // Every field is one of the two.
  return { ...without(source, ownNames), needs: source.needs.map((need) => [...need]), ...own } as ChannelContent;
}

/** The same without some of its members, which may be missing. */
export function without<Value extends object, Name extends string & keyof Value>(value: Value, names: readonly Name[]): Omit<Value, Name> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.some((one) => one === name))) as Omit<Value, Name>;
}

/** The answer to choose, with a value that no other one of the question has. */
export function newChoice(choices: readonly { readonly value: string }[]): { value: string; label: { it: string } } {
  const isTaken = (value: string) => choices.some((choice) => choice.value === value);
  let number = choices.length + 1;
  while (isTaken(`scelta-${number}`)) number += 1;
  return { value: `scelta-${number}`, label: { it: '' } };
}
