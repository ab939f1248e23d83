import { type ChannelContent, channels as channelOrder, type QuestionContent } from '@sportello/contract';
import { eq, inArray } from 'drizzle-orm';
import type { Writer } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import type { Tables } from '../../database/schema.ts';
import type { DirectoryRows } from '../../directory/read-rows.ts';
import { inBoth, inBothOrNull, saidInTwo } from './in-two.ts';

type ChannelRow = DirectoryRows['serviceChannels'][number];
type QuestionRow = DirectoryRows['questions'][number];

/** How a service is booked today, channel by channel, in the order of the contract; blanks are still in. */
export function readChannels(serviceId: string, rows: DirectoryRows): object[] {
  const ofService = rows.serviceChannels.filter((row) => row.serviceId === serviceId && row.archivedAt === null);
  return channelOrder.flatMap((channel) => ofService.filter((row) => row.channel === channel)).map((row) => channelOf(row, rows));
}

function channelOf(row: ChannelRow, rows: DirectoryRows): object {
  return {
    channel: row.channel,
    duration_minutes: row.durationMinutes,
    step_minutes: row.stepMinutes,
    offset_minutes: row.offsetMinutes,
    grid: row.grid,
    buffer_before_minutes: row.bufferBeforeMinutes,
    buffer_after_minutes: row.bufferAfterMinutes,
    notice_minutes: row.noticeMinutes,
    horizon_days: row.horizonDays,
    hold_minutes: row.holdMinutes,
    move_cutoff_minutes: row.moveCutoffMinutes,
    cancel_cutoff_minutes: row.cancelCutoffMinutes,
    release_delay_minutes: row.releaseDelayMinutes,
    moderated: row.moderated,
    limit_future: row.limitFuture,
    limit_per_day: row.limitPerDay,
    who_may_book: row.whoMayBook,
    person_may_choose: row.personMayChoose,
    price_cents: row.priceCents,
    reminder_minutes: row.reminderMinutes,
    needs: needsOf(row, rows),
    place_ids: rows.serviceChannelPlaces.filter(({ serviceChannelId }) => serviceChannelId === row.id).map(({ placeId }) => placeId),
    questions: rows.questions.filter(({ serviceChannelId, archivedAt }) => serviceChannelId === row.id && archivedAt === null).map(questionOf),
    documents: saidInTwo(row.documents),
    before: saidInTwo(row.before),
    after: saidInTwo(row.after),
    before_video: saidInTwo(row.beforeVideo),
    closing: saidInTwo(row.closing),
  };
}

/** The ids of each need in one order, so that two readings of the same are the same. */
function needsOf({ id }: ChannelRow, { channelCalendars }: DirectoryRows): string[][] {
  const byNeed = Map.groupBy(channelCalendars.filter(({ serviceChannelId }) => serviceChannelId === id), ({ need }) => need);
  return [...byNeed].sort(([one], [other]) => one - other).map(([, links]) => links.map(({ calendarId }) => calendarId).sort());
}

function questionOf({ id, kind, label, help, required, choices }: QuestionRow): object {
  return { id, kind, label, help: saidInTwo(help), required, choices: choices.length > 0 ? choices : null };
}

interface Written {
  readonly serviceId: string;
  readonly channels: readonly ChannelContent[];
  readonly rows: DirectoryRows;
  readonly now: number;
}

/** Writes the channels over those that are there. One that is given up is archived: what was booked by it keeps its row. */
export async function writeChannels(tx: Writer, tables: Tables, { serviceId, channels, rows, now }: Written): Promise<void> {
  const { serviceChannels } = tables;
  const known = rows.serviceChannels.filter((row) => row.serviceId === serviceId);
  for (const content of channels) {
    const id = known.find(({ channel }) => channel === content.channel)?.id ?? newId();
    const values = { ...valuesOf(content), archivedAt: null };
    await tx.insert(serviceChannels).values({ id, serviceId, channel: content.channel, ...values }).onConflictDoUpdate({ target: serviceChannels.id, set: values });
    await writeLinks(tx, tables, id, content);
    await writeQuestions(tx, tables, id, { questions: content.questions, known: rows.questions.filter(({ serviceChannelId }) => serviceChannelId === id), now });
  }
  const givenUp = known.filter(({ channel, archivedAt }) => archivedAt === null && !channels.some((content) => content.channel === channel)).map(({ id }) => id);
  if (givenUp.length > 0) await tx.update(serviceChannels).set({ archivedAt: now }).where(inArray(serviceChannels.id, givenUp));
}

function valuesOf(content: ChannelContent) {
  return {
    durationMinutes: content.duration_minutes,
    stepMinutes: content.step_minutes ?? null,
    offsetMinutes: content.offset_minutes,
    grid: content.grid,
    bufferBeforeMinutes: content.buffer_before_minutes,
    bufferAfterMinutes: content.buffer_after_minutes,
    noticeMinutes: content.notice_minutes,
    horizonDays: content.horizon_days,
    holdMinutes: content.hold_minutes,
    moveCutoffMinutes: content.move_cutoff_minutes,
    cancelCutoffMinutes: content.cancel_cutoff_minutes,
    releaseDelayMinutes: content.release_delay_minutes,
    moderated: content.moderated,
    limitFuture: content.limit_future,
    limitPerDay: content.limit_per_day,
    whoMayBook: content.who_may_book,
    personMayChoose: content.person_may_choose,
    priceCents: content.price_cents,
    reminderMinutes: content.reminder_minutes,
    documents: inBothOrNull(content.documents),
    before: inBothOrNull(content.before),
    after: inBothOrNull(content.after),
    beforeVideo: inBothOrNull(content.before_video),
    closing: inBothOrNull(content.closing),
  };
}

async function writeLinks(tx: Writer, { serviceChannelPlaces, channelCalendars }: Tables, serviceChannelId: string, { place_ids, needs }: ChannelContent): Promise<void> {
  await tx.delete(serviceChannelPlaces).where(eq(serviceChannelPlaces.serviceChannelId, serviceChannelId));
  const places = place_ids.map((placeId) => ({ id: newId(), serviceChannelId, placeId }));
  if (places.length > 0) await tx.insert(serviceChannelPlaces).values(places);
  await tx.delete(channelCalendars).where(eq(channelCalendars.serviceChannelId, serviceChannelId));
  const calendars = needs.flatMap((ids, need) => ids.map((calendarId) => ({ id: newId(), serviceChannelId, need, calendarId })));
  if (calendars.length > 0) await tx.insert(channelCalendars).values(calendars);
}

interface WrittenQuestions {
  readonly questions: readonly QuestionContent[];
  readonly known: readonly QuestionRow[];
  readonly now: number;
}

async function writeQuestions(tx: Writer, { questions: table }: Tables, serviceChannelId: string, { questions, known, now }: WrittenQuestions): Promise<void> {
  const kept = new Set<string>();
  for (const [position, { id = newId(), kind, label, help, required, choices = [] }] of questions.entries()) {
    const values = { position, kind, label: inBoth(label), help: inBothOrNull(help), required, choices: choices.map((choice) => ({ value: choice.value, label: inBoth(choice.label) })), archivedAt: null };
    await tx.insert(table).values({ id, serviceChannelId, ...values }).onConflictDoUpdate({ target: table.id, set: values });
    kept.add(id);
  }
  const givenUp = known.filter(({ id, archivedAt }) => archivedAt === null && !kept.has(id)).map(({ id }) => id);
  if (givenUp.length > 0) await tx.update(table).set({ archivedAt: now }).where(inArray(table.id, givenUp));
}
