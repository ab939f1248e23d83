import type { ContentOf, RecordKind } from '@sportello/contract';
import type { DirectoryRows } from '../../directory/read-rows.ts';
import { calendar } from './calendar.ts';
import { closure } from './closure.ts';
import { faq } from './faq.ts';
import type { Kept, Kind } from './kind.ts';
import { lifeEvent } from './life-event.ts';
import { messageText } from './message-text.ts';
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
  message_text: messageText,
};

/** The kind of that name. Whoever uses it gives it contents of its own kind only, which the compiler cannot follow through a name. */
export function kindOf(name: RecordKind): Kind {
  return kinds[name] as unknown as Kind;
}

const known = new WeakMap<DirectoryRows, Map<RecordKind, ReadonlyMap<string, Kept>>>();

/** All of a kind that these rows hold, by id, in the order in which people see them; made once for the same rows. */
export function recordsIn(rows: DirectoryRows, kind: RecordKind): ReadonlyMap<string, Kept> {
  const ofRows = known.get(rows) ?? new Map<RecordKind, ReadonlyMap<string, Kept>>();
  known.set(rows, ofRows);
  const records = ofRows.get(kind) ?? kindOf(kind).read(rows);
  ofRows.set(kind, records);
  return records;
}
