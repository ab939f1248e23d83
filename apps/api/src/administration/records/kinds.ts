import type { ContentOf, RecordContent, RecordKind } from '@sportello/contract';
import { calendar } from './calendar.ts';
import { closure } from './closure.ts';
import { faq } from './faq.ts';
import type { Kind } from './kind.ts';
import { lifeEvent } from './life-event.ts';
import { municipality } from './municipality.ts';
import { office } from './office.ts';
import { place } from './place.ts';
import { privacyNotice } from './privacy-notice.ts';
import { service } from './service.ts';
import { union } from './union.ts';
import { workedHoliday } from './worked-holiday.ts';

const kinds: { readonly [Name in RecordKind]: Kind<ContentOf<Name>> } = {
  union,
  privacy_notice: privacyNotice,
  municipality,
  office,
  place,
  life_event: lifeEvent,
  faq,
  calendar,
  service,
  closure,
  worked_holiday: workedHoliday,
};

/** The kind of that name. Whoever uses it gives it contents of its own kind only, which the compiler cannot follow through a name. */
export function kindOf(name: RecordKind): Kind {
  return kinds[name] as unknown as Kind;
}

/** Whether a content is of the kind that an address names. */
export function isOfKind(content: RecordContent, kind: RecordKind): boolean {
  return content.kind === kind;
}
