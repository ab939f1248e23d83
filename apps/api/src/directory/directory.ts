import type { Channel } from '@sportello/contract';
import { localDay } from '@sportello/scheduling';
import type { Localized, Tables } from '../database/schema.ts';
import type { DirectoryRows } from './read-rows.ts';

/**
 * Who and what exists, as one picture in memory that never changes: read once for each revision of the directory
 * (store.ts), looked up everywhere. Days are texts in the union's time zone.
 */
export interface Directory {
  /** -1 where the union was not set up yet; everything else is then empty, and the union has a neutral name. */
  readonly revision: number;
  readonly isDemo: boolean;
  readonly union: Union;
  readonly logo: Logo | null;
  readonly privacyNotice: PrivacyNotice;
  /** By name; with those that left, or that have not joined yet. */
  readonly municipalities: ReadonlyMap<string, Municipality>;
  readonly memberships: readonly Membership[];
  /** By position, archived ones too. */
  readonly offices: ReadonlyMap<string, Office>;
  readonly competences: readonly Competence[];
  /** Archived ones too. */
  readonly places: ReadonlyMap<string, Place>;
  /** Of every state. */
  readonly services: ReadonlyMap<string, Service>;
  readonly servicesBySlug: ReadonlyMap<string, Service>;
  /** By position. */
  readonly lifeEvents: readonly LifeEvent[];
  /** By position. */
  readonly faqs: readonly Faq[];
  /** What the union says in messages in words of its own. */
  readonly messageTexts: readonly MessageText[];
  /** By name, archived ones too. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly closures: readonly Closure[];
  readonly workedHolidays: readonly WorkedHoliday[];
  /** How many minutes before its start the room of a meeting by video opens; a setting of the installation. */
  readonly roomOpensMinutes: number;
}

type Row<Name extends keyof Tables> = Readonly<Tables[Name]['$inferSelect']>;

export type Union = Omit<Row<'unions'>, 'directoryRevision'>;
export type Logo = DirectoryRows['logos'][number];
export type Municipality = Row<'municipalities'>;
export type Membership = Row<'memberships'>;
export type Office = Row<'offices'>;
export type Competence = Row<'competences'>;
export type Place = Row<'places'>;
export type LifeEvent = Row<'lifeEvents'>;
export type Faq = Row<'faqs'>;
export type MessageText = Row<'messageTexts'>;
export type Closure = Row<'closures'>;
export type WorkedHoliday = Row<'workedHolidays'>;
export type Calendar = Pick<Row<'calendars'>, 'id' | 'name' | 'kind' | 'officeId' | 'staffId' | 'archivedAt'>;
export type Question = Omit<Row<'questions'>, 'serviceChannelId' | 'position' | 'archivedAt'>;

/** The notice in force; `replacedAt` is the instant from which the next one holds, Infinity where there is none. */
export interface PrivacyNotice {
  readonly version: string;
  readonly text: Localized;
  readonly replacedAt: number;
}

/** How a service is booked by one channel: the columns of its row and what hangs on it. */
export interface ChannelRules extends Row<'serviceChannels'> {
  /** Ids of calendars by need, the people first, each by name; archived calendars serve no need. */
  readonly needs: readonly (readonly string[])[];
  /** Where people are received, in the order given by the union, without archived places; desk only, else none. */
  readonly placeIds: readonly string[];
  /** By position. */
  readonly questions: readonly Question[];
}

export interface Service extends Row<'services'> {
  readonly lifeEventSlugs: readonly string[];
  /** In the order of the contract's `channels`. */
  readonly channels: ReadonlyMap<Channel, ChannelRules>;
}

interface Dated {
  readonly firstDay: string;
  readonly lastDay: string | null;
}

function holdsOn({ firstDay, lastDay }: Dated, day: string): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay);
}

/** The day of an instant (epoch milliseconds) in the union's time zone. */
export function dayOf({ union }: Directory, instant: number): string {
  return localDay(union.timeZone, Math.floor(instant / 60_000));
}

export function isMember({ memberships }: Directory, municipalityId: string, day: string): boolean {
  return memberships.some((membership) => membership.municipalityId === municipalityId && holdsOn(membership, day));
}

/** Whether the service can be asked for a matter of this comune on that day: a member then, and served by the office then. */
export function serves(directory: Directory, service: Service, municipalityId: string, day: string): boolean {
  const isCompetent = directory.competences.some(
    (competence) =>
      competence.officeId === service.officeId &&
      competence.municipalityId === municipalityId &&
      (competence.serviceId === null || competence.serviceId === service.id) &&
      holdsOn(competence, day),
  );
  return isCompetent && isMember(directory, municipalityId, day);
}

/** Ids of the members that an office serves on that day, for all of its services or for some. */
export function municipalitiesServed(directory: Directory, officeId: string, day: string): string[] {
  const ofOffice = directory.competences.filter((competence) => competence.officeId === officeId && holdsOn(competence, day));
  const served = new Set(ofOffice.map(({ municipalityId }) => municipalityId));
  return [...directory.municipalities.keys()].filter((id) => served.has(id) && isMember(directory, id, day));
}
