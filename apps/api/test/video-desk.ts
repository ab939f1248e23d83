import type { ConnectionStart, VideoConnection } from '@sportello/contract';
import { asc, eq } from 'drizzle-orm';
import type { Timed } from '../src/appointments/appointment.ts';
import type { Database } from '../src/database/database.ts';
import { type MeetingJob, startMeetings } from '../src/rooms/providers/meeting-job.ts';
import { makeMeetings, type Meetings } from '../src/rooms/providers/meetings.ts';
import { makeVendors, type Vendors, type VendorsDeps } from '../src/rooms/providers/vendors.ts';
import { type Desk, testSealing, testSecrets } from './app.ts';
import { got } from './citizen.ts';
import type { FakeGoto } from './fake-goto.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

/** What one process has for meetings elsewhere; several stand for several processes on one database. */
export interface VideoProcess {
  readonly vendors: Vendors;
  readonly meetings: Meetings;
  readonly job: MeetingJob;
  /** What its log was told. */
  readonly lines: readonly string[];
}

/** `timeoutMs`: of one question; tests that wait for it wait for little. */
export function videoProcess({ clock }: Desk, database: Database, { timeoutMs = 1_500, privateHosts = ['localhost'], resolve }: Partial<VendorsDeps> = {}): VideoProcess {
  const lines: string[] = [];
  const log = { warn: (about: object, message: string) => void lines.push(JSON.stringify(about) + message) };
  const shared = { database, clock, secrets: testSecrets, sealing: testSealing };
  const vendors = makeVendors({ ...shared, privateHosts, publicUrl: 'http://localhost:3000', version: 'test', timeoutMs, ...(resolve && { resolve }) });
  const deps = { ...shared, vendors, random: () => 0.5 };
  return { vendors, meetings: makeMeetings({ ...deps, closing: new AbortController().signal }), job: startMeetings({ ...deps, log }, { pollMs: null }), lines };
}

/** The cookie of an administrator who has just signed in. */
export async function asAdmin(desk: Desk): Promise<string> {
  return (await signedIn(desk, await addMember(desk, { role: 'admin' }))).cookie;
}

export async function choose(desk: Desk, cookie: string, body: object): Promise<VideoConnection> {
  return got<VideoConnection>(await askAs(desk, cookie, 'POST', '/staff/video-connection', body), 200);
}

export function gotoRequest({ host, clientId, clientSecret }: FakeGoto): object {
  return { provider: 'gotomeeting', client_id: clientId, client_secret: clientSecret, authentication_host: host, api_host: host };
}

/** Chooses GoToMeeting and allows it there, as an administrator does. */
export async function connectGoto(desk: Desk, cookie: string, goto: FakeGoto): Promise<VideoConnection> {
  await choose(desk, cookie, gotoRequest(goto));
  const { url } = got<ConnectionStart>(await askAs(desk, cookie, 'POST', '/staff/video-connection/starts', {}), 200);
  const back = await goto.allow(url);
  const [code, state] = [back.searchParams.get('code') ?? '', back.searchParams.get('state') ?? ''];
  return got<VideoConnection>(await askAs(desk, cookie, 'POST', '/staff/video-connection/answers', { code, state }), 200);
}

export async function connectionRows({ database }: Pick<Desk, 'database'>) {
  const { videoConnections } = database.tables;
  return database.read.select().from(videoConnections).orderBy(asc(videoConnections.id));
}

export async function meetingRows({ database }: Pick<Desk, 'database'>) {
  const { vendorMeetings } = database.tables;
  return database.read.select().from(vendorMeetings).orderBy(asc(vendorMeetings.createdAt), asc(vendorMeetings.id));
}

/** The appointment of this code, as the rooms hand it on. */
export async function appointmentOf({ database }: Pick<Desk, 'database'>, code: string): Promise<Timed> {
  const { appointments } = database.tables;
  const [row] = await database.read.select().from(appointments).where(eq(appointments.code, code.replace('-', '')));
  if (!row || row.startsAt === null || row.endsAt === null) throw new Error(`no appointment ${code}`);
  return { ...row, startsAt: row.startsAt, endsAt: row.endsAt };
}

/** Nothing of a vendor is left in the database. */
export async function forgetVendors(desk: Desk): Promise<void> {
  const { videoConnections, vendorMeetings, roomStays } = desk.database.tables;
  await desk.database.write(async (tx) => {
    for (const table of [videoConnections, vendorMeetings, roomStays]) await tx.delete(table);
  });
}
