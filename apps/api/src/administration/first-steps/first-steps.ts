import { type FirstStepName, firstStepNames, type FirstSteps } from '@sportello/contract';
import type { DirectoryRows } from '../../directory/read-rows.ts';

interface Standing {
  readonly rows: DirectoryRows;
  /** Calendars that are open at some time: by a rule, or on one day. */
  readonly openCalendars: ReadonlySet<string>;
  /** The day of today in the union's zone. */
  readonly today: string;
}

/**
 * How far the set-up has come, from what exists and nothing else: whoever closes the browser, or works beside a colleague, goes on
 * where the desk stands. Of several services the one counts that lacks least; of equals the oldest.
 */
export function firstStepsOf({ rows, openCalendars, today }: Standing): FirstSteps {
  const nearest = nearestService(rows, openCalendars);
  const isReached: Readonly<Record<FirstStepName, boolean>> = {
    union: rows.unions.length > 0,
    municipalities: rows.memberships.some(({ lastDay }) => lastDay === null || lastDay >= today),
    offices: rows.offices.some(({ archivedAt }) => archivedAt === null),
    service: nearest !== null,
    hours: nearest?.isOpen ?? false,
    publication: (nearest?.isPublished ?? false) && (nearest?.isOpen ?? false) && rows.privacyNotices.length > 0,
  };
  return {
    done: firstStepNames.filter((name) => isReached[name]),
    next: firstStepNames.find((name) => !isReached[name]) ?? null,
    service_id: nearest?.id ?? null,
    calendar_id: nearest?.calendarId ?? null,
    has_privacy_notice: rows.privacyNotices.length > 0,
  };
}

interface Candidate {
  readonly id: string;
  readonly calendarId: string | null;
  readonly isOpen: boolean;
  readonly isPublished: boolean;
}

function nearestService(rows: DirectoryRows, openCalendars: ReadonlySet<string>): Candidate | null {
  const candidates = rows.services.flatMap(({ id, state }) => {
    const channels = rows.serviceChannels.filter(({ serviceId }) => serviceId === id).map((channel) => channel.id);
    return state === 'archived' || channels.length === 0 ? [] : [candidateOf({ id, state }, calendarsOf(channels, rows), openCalendars)];
  });
  const lacks = ({ isOpen, isPublished, calendarId }: Candidate) => [isOpen, isPublished, calendarId !== null].filter((has) => !has).length;
  return candidates.sort((one, other) => lacks(one) - lacks(other) || (one.id < other.id ? -1 : 1))[0] ?? null;
}

function candidateOf({ id, state }: { readonly id: string; readonly state: string }, calendars: readonly string[], openCalendars: ReadonlySet<string>): Candidate {
  const open = calendars.find((calendar) => openCalendars.has(calendar));
  return { id, calendarId: open ?? calendars[0] ?? null, isOpen: open !== undefined, isPublished: state === 'published' };
}

/** Who receives, archived ones left out. */
function calendarsOf(channels: readonly string[], { channelCalendars, calendars }: DirectoryRows): string[] {
  const used = new Set(calendars.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id));
  return channelCalendars.filter(({ serviceChannelId, calendarId }) => channels.includes(serviceChannelId) && used.has(calendarId)).map(({ calendarId }) => calendarId);
}
