import type { Language, Question, ServiceChannel, ServicePage } from '@sportello/contract';
import type * as Known from './directory.ts';
import { inLanguage, inLanguageOrNull } from './in-language.ts';
import { placeOnWire } from './wire.ts';

/** Everything that the page of a service shows. */
export function servicePageOnWire(directory: Known.Directory, service: Known.Service, language: Language): ServicePage {
  const { id, slug, officeId, lifeEventSlugs, channels } = service;
  const office = directory.offices.get(officeId);
  return {
    id,
    slug,
    name: inLanguage(service.name, language),
    summary: inLanguage(service.summary, language),
    office_id: officeId,
    for_whom: inLanguage(service.forWhom, language),
    how: inLanguage(service.how, language),
    needed: inLanguage(service.needed, language),
    result: inLanguage(service.result, language),
    times: inLanguage(service.times, language),
    cost: inLanguage(service.cost, language),
    terms: inLanguage(service.terms, language),
    life_events: [...lifeEventSlugs],
    contacts: { phone: office?.phone ?? '', email: office?.email ?? '' },
    channels: [...channels.values()].map((rules) => channelOnWire(directory, rules, language)),
  };
}

function channelOnWire({ places, calendars }: Known.Directory, rules: Known.ChannelRules, language: Language): ServiceChannel {
  return {
    channel: rules.channel,
    duration_minutes: rules.durationMinutes,
    notice_minutes: rules.noticeMinutes,
    horizon_days: rules.horizonDays,
    hold_minutes: rules.holdMinutes,
    move_cutoff_minutes: rules.moveCutoffMinutes,
    cancel_cutoff_minutes: rules.cancelCutoffMinutes,
    moderated: rules.moderated,
    who_may_book: rules.whoMayBook,
    places: rules.placeIds.flatMap((id) => places.get(id) ?? []).map((place) => placeOnWire(place, language)),
    operators: rules.personMayChoose ? (rules.needs[0] ?? []).flatMap((id) => calendars.get(id) ?? []).map(({ id, name }) => ({ id, name })) : [],
    questions: rules.questions.map((question) => questionOnWire(question, language)),
    texts: {
      documents: inLanguageOrNull(rules.documents, language),
      before: inLanguageOrNull(rules.before, language),
      after: inLanguageOrNull(rules.after, language),
      before_video: inLanguageOrNull(rules.beforeVideo, language),
      closing: inLanguageOrNull(rules.closing, language),
    },
  };
}

function questionOnWire({ id, kind, label, help, required, choices }: Known.Question, language: Language): Question {
  return {
    id,
    kind,
    label: inLanguage(label, language),
    help: inLanguageOrNull(help, language),
    required,
    choices: choices.map((choice) => ({ value: choice.value, label: inLanguage(choice.label, language) })),
  };
}
