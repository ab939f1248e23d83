import { asc } from 'drizzle-orm';
import type { Database, Writer } from '../database/database.ts';
import type { Tables } from '../database/schema.ts';
import { enqueueConfirmation } from './enqueue.ts';
import { type BookedPerson, insertAppointment, testDirectory } from './rows.fixture.ts';
import type { MailSender } from './senders/sender.ts';
import { startWorker, type Worker, type WorkerSettings } from './worker.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** A Friday noon; nobody in these tests asks what time it really is. */
const noon = Date.parse('2026-11-20T12:00:00+01:00');

/** A desk on a database with the rows of `insertDirectory`, whose clock the test turns, with verbs for what tests of messages do. */
export interface Desk {
  readonly clock: { now(): number };
  readonly log: object[];
  pass(milliseconds: number): void;
  moveTo(instant: number): void;
  /** Books and confirms an appointment so many hours from now; the confirmation and its reminders are written down. */
  book(id: string, inHours: number, change?: Parameters<typeof insertAppointment>[4], person?: BookedPerson): Promise<Booked>;
  change(work: (tx: Writer, tables: Tables) => Promise<unknown>): Promise<void>;
  outbox(): Promise<OutboxRow[]>;
  /** The first message of that name owed for an appointment. */
  owed(id: string, message?: string): Promise<OutboxRow>;
  /** Since when the person of an appointment is to be called. */
  toCallSince(id: string): Promise<number | null>;
  /** Forgets every appointment and what it owes; the directory stays. */
  clear(): Promise<void>;
  /** A worker that works only when told, unless the settings say otherwise. */
  worker(sender: MailSender, settings?: WorkerSettings, on?: Database): Worker;
}

type OutboxRow = Tables['outbox']['$inferSelect'];

export type Booked = Awaited<ReturnType<typeof insertAppointment>>;

export function makeDesk(database: Database): Desk {
  const { tables } = database;
  let now = noon;
  const clock = { now: () => now };
  const log: object[] = [];
  const note = (details: object, text: string) => void log.push({ ...details, text });

  async function book(id: string, inHours: number, change = {}, person: BookedPerson = {}): Promise<Booked> {
    return database.write(async (tx) => {
      const appointment = await insertAppointment(tx, tables, id, now + inHours * hour, change, person);
      await enqueueConfirmation(tx, tables, appointment, now);
      return appointment;
    });
  }

  async function outbox(): Promise<OutboxRow[]> {
    return database.read.select().from(tables.outbox).orderBy(asc(tables.outbox.dueAt), asc(tables.outbox.id));
  }

  async function owed(id: string, message = 'confirmation'): Promise<OutboxRow> {
    const row = (await outbox()).find((each) => each.appointmentId === id && each.message === message);
    if (!row) throw new Error(`No ${message} is owed for ${id}`);
    return row;
  }

  return {
    clock,
    log,
    outbox,
    owed,
    book,
    async toCallSince(id) {
      const rows = await database.read.select().from(tables.appointments);
      return rows.find((row) => row.id === id)?.toCallSince ?? null;
    },
    pass: (milliseconds) => void (now += milliseconds),
    moveTo: (instant) => void (now = instant),
    change: (work) => database.write(async (tx) => void (await work(tx, tables))),
    clear: () =>
      database.write(async (tx) => {
        const { outbox, linkRequests, appointmentPeople, appointments, people } = tables;
        for (const table of [outbox, linkRequests, appointmentPeople, appointments, people]) await tx.delete(table);
      }),
    worker: (sender, settings = {}, on = database) =>
      startWorker(
        {
          database: on,
          directory: { current: async () => testDirectory },
          clock,
          sender,
          baseUrl: 'https://sportello.example.org',
          manageLink: ({ id, code, linkGeneration }) => `https://sportello.example.org/appuntamento/${code}#secret-${id}-${linkGeneration}`,
          staffLink: (linkId) => `https://sportello.example.org/scrivania/benvenuto#secret-${linkId}`,
          invitationLink: (id) => `https://sportello.example.org/invito#secret-${id}`,
          emailDigest,
          from: 'sportello@example.org',
          random: () => 0.5,
          log: { info: note, warn: note },
        },
        { pollMs: null, sendTimeoutMs: 5_000, ...settings },
      ),
  };
}

export function emailDigest(email: string): string {
  return `digest of ${email.toLowerCase()}`;
}
