import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';

type Rows<Name extends keyof Tables> = readonly Tables[Name]['$inferSelect'][];

/** Every row that the picture of the directory is made of; lists that people put in an order are in that order. */
export interface DirectoryRows {
  readonly unions: Rows<'unions'>;
  /** Without the pictures themselves. */
  readonly logos: readonly Pick<Rows<'logos'>[number], 'id' | 'width' | 'height'>[];
  readonly installation: Rows<'installation'>;
  readonly privacyNotices: Rows<'privacyNotices'>;
  readonly faqs: Rows<'faqs'>;
  readonly messageTexts: Rows<'messageTexts'>;
  readonly municipalities: Rows<'municipalities'>;
  readonly memberships: Rows<'memberships'>;
  readonly offices: Rows<'offices'>;
  readonly competences: Rows<'competences'>;
  readonly places: Rows<'places'>;
  readonly lifeEvents: Rows<'lifeEvents'>;
  readonly services: Rows<'services'>;
  readonly serviceLifeEvents: Rows<'serviceLifeEvents'>;
  readonly serviceChannels: Rows<'serviceChannels'>;
  readonly serviceChannelPlaces: Rows<'serviceChannelPlaces'>;
  readonly questions: Rows<'questions'>;
  readonly calendars: Rows<'calendars'>;
  readonly channelCalendars: Rows<'channelCalendars'>;
  readonly closures: Rows<'closures'>;
  readonly workedHolidays: Rows<'workedHolidays'>;
}

/** Reads every table of the directory once. */
export async function readDirectoryRows({ read, tables }: Pick<Database, 'read' | 'tables'>): Promise<DirectoryRows> {
  const { logos, privacyNotices, faqs, offices, lifeEvents, serviceChannelPlaces, questions } = tables;
  return {
    unions: await read.select().from(tables.unions).limit(1),
    logos: await read.select({ id: logos.id, width: logos.width, height: logos.height }).from(logos),
    installation: await read.select().from(tables.installation).where(eq(tables.installation.key, 'demo')),
    privacyNotices: await read.select().from(privacyNotices).orderBy(privacyNotices.validFrom, privacyNotices.id),
    faqs: await read.select().from(faqs).orderBy(faqs.position, faqs.id),
    messageTexts: await read.select().from(tables.messageTexts),
    municipalities: await read.select().from(tables.municipalities),
    memberships: await read.select().from(tables.memberships),
    offices: await read.select().from(offices).orderBy(offices.position, offices.id),
    competences: await read.select().from(tables.competences),
    places: await read.select().from(tables.places),
    lifeEvents: await read.select().from(lifeEvents).orderBy(lifeEvents.position, lifeEvents.id),
    services: await read.select().from(tables.services),
    serviceLifeEvents: await read.select().from(tables.serviceLifeEvents),
    serviceChannels: await read.select().from(tables.serviceChannels),
    serviceChannelPlaces: await read.select().from(serviceChannelPlaces).orderBy(serviceChannelPlaces.id), // as they were added
    questions: await read.select().from(questions).orderBy(questions.position, questions.id),
    calendars: await read.select().from(tables.calendars),
    channelCalendars: await read.select().from(tables.channelCalendars),
    closures: await read.select().from(tables.closures),
    workedHolidays: await read.select().from(tables.workedHolidays),
  };
}
