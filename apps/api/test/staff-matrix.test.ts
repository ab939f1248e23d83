import { may, type ProblemName, type Role, roles } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png } from '../src/administration/logo/pictures.fixture.ts';
import { newId } from '../src/database/id.ts';
import { type Desk, openEmptyDesk, testSealing } from './app.ts';
import { bookInTwoOffices, type DeskObject, ofDay, pendingLike } from './desk-objects.ts';
import { citizenOf, type Wanted } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { knockAtLive } from './live-reader.ts';
import { papersAt, pdf } from './papers.ts';
import { addPerson } from './people-objects.ts';
import { addMember, askAs, ourOrigin, signedIn, type TestMember } from './staff-app.ts';
import { type Registered, registeredBy, type StaffRoute, staffRoutes } from './staff-contract.ts';

// Every endpoint of the staff x every role x what is one's own and what is not: let in or refused exactly as permissions.ts says.
// An endpoint of the contract without a row in `rows` fails, and so does one that the server has and the contract does not know.

let desk: Desk;
let here: DeskObject;
let there: DeskObject;
let registered: Registered[];
let matter: Wanted;

beforeAll(async () => {
  ({ result: desk, registered } = await registeredBy(() => openEmptyDesk()));
  ({ here, there } = await bookInTwoOffices(desk));
  matter = await citizenOf(desk).wanted();
  oneCalendar = await calendarOf(here);
});
afterAll(() => desk.close());

/** What a row may use: who asks, and somebody else. */
interface Cast {
  readonly asker: TestMember & { readonly sessionId: string };
  readonly other: TestMember;
}

/** How to ask one endpoint so that it does what it is for; `otherwise`: the problem that comes after the door was passed. */
interface Row {
  /** What stands for the parameters, of what the asker may reach; made for each request. */
  readonly own?: (cast: Cast) => Promise<string> | string;
  /** The same of what lies beyond: not there for the asker, unless the role reaches everything. */
  readonly beyond?: (cast: Cast) => Promise<string> | string;
  readonly query?: string | (() => string);
  readonly body?: object | ((cast: Cast) => object);
  readonly otherwise?: ProblemName;
  /** Nobody but who made it, however far they reach. */
  readonly isOfMaker?: boolean;
  /** Its body is a file, and no JSON. */
  readonly isUpload?: boolean;
  /** It goes on until somebody leaves. */
  readonly isStream?: boolean;
}

const challenge = 'nothing-of-this-name';
const credential = { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} };
const sessionOf = async (member: TestMember) => (await signedIn(desk, member)).sessionId;

async function passkeyOf({ id: staffId }: TestMember): Promise<string> {
  const { passkeys } = desk.database.tables;
  const row = () => ({ id: newId(), staffId, credentialId: newId(), publicKey: 'x', counter: 0, transports: [], backedUp: false, name: 'Una chiave', createdAt: 0 });
  const [one, spare] = [row(), row()];
  await desk.database.write(async (tx) => void (await tx.insert(passkeys).values([one, spare])));
  return one.id;
}

async function invited(): Promise<string> {
  const { id } = await addMember(desk, { role: 'operator' });
  const { staff } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(staff).set({ state: 'invited' }).where(eq(staff.id, id))));
  return id;
}

async function apiKeyThere({ asker }: Cast): Promise<string> {
  const { apiKeys } = desk.database.tables;
  const id = newId();
  await desk.database.write(async (tx) => void (await tx.insert(apiKeys).values({ id, name: 'x', prefix: 'x', digest: id, scopes: ['appointments:read'], expiresAt: desk.clock.now() + 86_400_000, staffId: asker.id, createdAt: 0 })));
  return id;
}

/** One whose secret cannot be opened, so that a try asks nobody. */
async function webhookThere({ asker }: Cast): Promise<string> {
  const { webhooks } = desk.database.tables;
  const id = newId();
  await desk.database.write(async (tx) => {
    await tx.delete(webhooks); // there may be only so many
    await tx.insert(webhooks).values({ id, name: 'x', url: 'https://system.example.org/', kinds: ['appointment.booked'], secret: 'x', state: 'on', sweptTo: desk.clock.now(), staffId: asker.id, createdAt: desk.clock.now() });
  });
  return id;
}

async function trailEntry(): Promise<string> {
  const { auditEntries } = desk.database.tables;
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'auditor' }));
  await askAs(desk, cookie, 'GET', '/staff/audit-entries');
  const [entry] = await desk.database.read.select({ id: auditEntries.id }).from(auditEntries).limit(1);
  return entry?.id ?? '';
}

async function invitationOf({ officeId }: DeskObject): Promise<string> {
  const { invitations } = desk.database.tables;
  const row = { id: newId(), serviceId: matter.service_id, officeId, channel: 'video' as const, staffId: 'x', createdAt: 0, expiresAt: desk.clock.now() + 1 };
  await desk.database.write(async (tx) => void (await tx.insert(invitations).values(row)));
  return row.id;
}

/** A hold that somebody of the desk made, of the office of an appointment. */
async function deskHoldLike(object: DeskObject, { id: bookedBy }: TestMember): Promise<string> {
  const id = await pendingLike(desk, object);
  const { appointments } = desk.database.tables;
  const held = { state: 'held', code: null, holdReason: 'desk', bookedBy, heldUntil: desk.clock.now() + 60_000 } as const;
  await desk.database.write(async (tx) => void (await tx.update(appointments).set(held).where(eq(appointments.id, id))));
  return id;
}

const ownHold: Row = { own: ({ asker }) => deskHoldLike(here, asker), beyond: ({ asker }) => deskHoldLike(there, asker) };

/** A request that waits, made for each time it is asked about. */
const request: Row = { own: () => pendingLike(desk, here), beyond: () => pendingLike(desk, there) };

/** A meeting by video. */
const byVideo: Row = { own: () => here.appointmentId, beyond: () => there.appointmentId };

/** Somebody who may come to a meeting by a link of their own. */
async function guestOf({ appointmentId }: DeskObject): Promise<string> {
  const { roomGuests } = desk.database.tables;
  const row = { id: newId(), appointmentId, role: 'relative' as const, name: 'Una prova', createdAt: 0 };
  await desk.database.write(async (tx) => void (await tx.insert(roomGuests).values(row)));
  return `${appointmentId} ${row.id}`;
}

/** An appointment that has begun, for each time it is asked about. */
const begun: Row = { own: () => begunLike(here), beyond: () => begunLike(there) };

async function begunLike(object: DeskObject): Promise<string> {
  const id = await pendingLike(desk, object);
  const { appointments } = desk.database.tables;
  await desk.database.write(async (tx) => void (await tx.update(appointments).set({ state: 'in_progress' }).where(eq(appointments.id, id))));
  return id;
}

async function calendarOf({ officeId }: DeskObject): Promise<string> {
  const { calendars } = desk.database.tables;
  const [calendar] = await desk.database.read.select({ id: calendars.id }).from(calendars).where(eq(calendars.officeId, officeId));
  return calendar?.id ?? '';
}

let duplicateId = '';

/** Somebody for each time that it is asked, as the one before may be gone; with somebody else who is the same. */
async function somebodyLike({ appointmentId }: DeskObject): Promise<string> {
  duplicateId = (await addPerson(desk, appointmentId, { givenName: 'Ida', familyName: 'Doppia' }, { state: 'served' })).id;
  return (await addPerson(desk, appointmentId, { givenName: 'Ida', familyName: 'Dopia' }, { state: 'served' })).id;
}

async function noteAbout({ personId }: DeskObject, { id: staffId }: TestMember): Promise<string> {
  const { notes } = desk.database.tables;
  const row = { id: newId(), ownerKind: 'person' as const, ownerId: personId, staffId, body: 'Una nota', createdAt: desk.clock.now() };
  await desk.database.write(async (tx) => void (await tx.insert(notes).values(row)));
  return row.id;
}

const person: Row = { own: () => here.personId, beyond: () => there.personId };
const somebody: Row = { own: () => somebodyLike(here), beyond: () => somebodyLike(there) };
const ownNote: Row = { own: ({ asker }) => noteAbout(here, asker), beyond: ({ asker }) => noteAbout(there, asker) };

let hoursAhead = 0;

/** An hour that nobody has, another each time. */
function freeHour(): { startsAt: number; endsAt: number } {
  const startsAt = Date.parse('2027-01-01T00:00:00Z') + ++hoursAhead * 3_600_000;
  return { startsAt, endsAt: startsAt + 3_600_000 };
}

async function blockOn(object: DeskObject): Promise<string> {
  const { blocks, claims } = desk.database.tables;
  const [block, calendarId] = [{ id: newId(), ...freeHour(), createdAt: 0 }, await calendarOf(object)];
  const { startsAt, endsAt } = block;
  await desk.database.write(async (tx) => {
    await tx.insert(blocks).values(block);
    await tx.insert(claims).values({ id: newId(), blockId: block.id, calendarId, startsAt, endsAt });
  });
  return block.id;
}

/** A change of nothing, that its maker may take back. */
async function changeOf(object: DeskObject, { id: staffId }: TestMember): Promise<string> {
  const { calendarChanges } = desk.database.tables;
  const now = desk.clock.now();
  const row = { id: newId(), staffId, kind: 'absence', calendarIds: [await calendarOf(object)], createdAt: now, undoUntil: now + 60_000, before: { calendars: [], appointments: [] } };
  await desk.database.write(async (tx) => void (await tx.insert(calendarChanges).values(row)));
  return row.id;
}

async function feedOf({ id: staffId }: TestMember): Promise<string> {
  const { calendarFeeds } = desk.database.tables;
  const row = { id: newId(), staffId, calendarId: oneCalendar, digest: newId(), createdAt: 0 };
  await desk.database.write(async (tx) => void (await tx.insert(calendarFeeds).values(row)));
  return row.id;
}

/** A calendar elsewhere that cannot be read: that is told in the answer. */
async function busySourceOf(object: DeskObject): Promise<string> {
  const { busySources } = desk.database.tables;
  const id = newId();
  const row = { id, calendarId: await calendarOf(object), staffId: 'x', address: testSealing.seal({ table: 'busy_sources', column: 'address', id }, 'https://127.0.0.1/busy.ics'), host: '127.0.0.1', createdAt: 0, dueAt: 0 };
  await desk.database.write(async (tx) => void (await tx.insert(busySources).values(row)));
  return id;
}

let oneCalendar = '';
const away = () => ({ kind: 'absence', calendar_ids: [oneCalendar], starts_at: '2028-01-01T09:00:00+01:00', ends_at: '2028-01-01T10:00:00+01:00' });

function blockBody() {
  const { startsAt, endsAt } = freeHour();
  return { calendar_ids: [oneCalendar], starts_at: new Date(startsAt).toISOString(), ends_at: new Date(endsAt).toISOString() };
}

/** A paper of an appointment, for each time that it is asked for. */
const paper: Row = { own: () => paperOf(here), beyond: () => paperOf(there) };

async function paperOf({ appointmentId }: DeskObject): Promise<string> {
  const { files, filePieces } = desk.database.tables;
  const id = newId();
  const row = { id, ownerKind: 'appointment' as const, ownerId: appointmentId, name: 'carta.pdf', mediaType: 'application/pdf', bytes: 1, digest: 'x', sentBy: 'citizen' as const, store: 'database' as const, createdAt: 0 };
  await desk.database.write(async (tx) => {
    await tx.insert(files).values(row);
    await tx.insert(filePieces).values({ id: newId(), fileId: id, position: 0, content: Buffer.from('x') });
  });
  return `${appointmentId} ${id}`;
}

const question = { kind: 'faq', position: 0, question: { it: 'Una prova?' }, answer: { it: 'Una prova.' } } as const;

/** A record for each time that it is asked for, as the one before may be gone; with one step of history, or a draft. */
async function askedQuestion({ isKnown = false, hasDraft = false }: { readonly isKnown?: boolean; readonly hasDraft?: boolean } = {}): Promise<string> {
  const { faqs, recordVersions, recordDrafts } = desk.database.tables;
  const [id, name] = [newId(), { kind: 'faq' as const, content: question }];
  const text = { it: 'Una prova', en: '' };
  await desk.database.write(async (tx) => {
    await tx.insert(faqs).values({ id, position: 0, question: text, answer: text });
    if (isKnown) await tx.insert(recordVersions).values({ id: newId(), recordId: id, revision: 1, action: 'create', state: 'used', staffId: null, at: 0, ...name });
    if (hasDraft) await tx.insert(recordDrafts).values({ id: newId(), recordId: id, basedOn: 0, staffId: 'x', changedAt: 0, ...name });
  });
  return `faq ${id}`;
}

/** A question that is not there yet, for each time that it is asked for. */
async function newQuestionDraft(): Promise<string> {
  const { recordDrafts } = desk.database.tables;
  const recordId = newId();
  await desk.database.write(async (tx) => void (await tx.insert(recordDrafts).values({ id: newId(), kind: 'faq', recordId, basedOn: 0, content: question, staffId: 'x', changedAt: 0 })));
  return `faq ${recordId}`;
}

/** A place where nobody is received. */
async function emptyPlace(archivedAt: number | null): Promise<string> {
  const { places } = desk.database.tables;
  const [row] = await desk.database.read.select().from(places).limit(1);
  if (!row) throw new Error('there is no place');
  const id = newId();
  await desk.database.write(async (tx) => void (await tx.insert(places).values({ ...row, id, slug: id.toLowerCase(), archivedAt })));
  return `place ${id}`;
}

/** Somebody who is kept for a reason. */
async function heldPerson(): Promise<string> {
  const { retentionHolds } = desk.database.tables;
  const id = newId();
  await desk.database.write(async (tx) => void (await tx.insert(retentionHolds).values({ id, personId: 'nobody', until: '2026-12-31', reason: 'Una prova', staffId: 'x', createdAt: 0 })));
  return id;
}

/** A service that nobody can book yet. */
function bareService({ officeId }: DeskObject): object {
  const named = { it: 'Una prova' };
  return { kind: 'service', slug: 'una-prova', office_id: officeId, is_published: false, name: named, summary: named, keywords: {}, popularity: 0, retention_months: 12, life_event_ids: [], channels: [] };
}

/** The demonstration keeps its mail: whoever may ask is told so. */
const mailServer = { revision: 0, host: 'mail.example.org', port: 465, security: 'tls', sender_address: 'sportello@example.org' };

const rows: Readonly<Record<string, Row>> = {
  // one's own account
  showMe: {},
  signOut: {},
  listSessions: {},
  revokeSession: { own: ({ asker }) => sessionOf(asker), beyond: ({ other }) => sessionOf(other) },
  revokeOtherSessions: {},
  changeProfile: { body: { language: 'en' } },
  changePassword: { body: { new_password: 'una frase lunga che nessuno indovina 7' } },
  beginTotp: {},
  confirmTotp: { body: { code: '000000' }, otherwise: 'sign-in-over' },
  removeTotp: {},
  renewRecoveryCodes: {},
  listPasskeys: {},
  beginPasskey: {},
  createPasskey: { body: { challenge, name: 'Una chiave', credential }, otherwise: 'sign-in-over' },
  renamePasskey: { own: ({ asker }) => passkeyOf(asker), beyond: ({ other }) => passkeyOf(other), body: { name: 'Un altro nome' } },
  removePasskey: { own: ({ asker }) => passkeyOf(asker), beyond: ({ other }) => passkeyOf(other) },
  // appointments and people
  showBoard: { query: `?day=${ofDay}` },
  printBoard: { body: { day: ofDay } },
  followLive: { isStream: true },
  createWalkIn: { body: () => ({ service_id: matter.service_id, name: 'Una prova' }) },
  announceDelay: { own: () => calendarOf(here), beyond: () => calendarOf(there), body: { minutes: 10 } },
  markAttendance: { ...begun, body: { state: 'served', revision: 0 } },
  writeOutcome: { ...begun, body: { revision: 0, outcome: 'Una prova' } },
  listStaffFiles: { own: () => here.appointmentId, beyond: () => there.appointmentId },
  addStaffFile: { own: () => here.appointmentId, beyond: () => there.appointmentId, isUpload: true },
  readStaffFile: paper,
  removeStaffFile: paper,
  callByPhone: { own: () => here.appointmentId, beyond: () => there.appointmentId },
  showDeskAppointment: { own: () => here.appointmentId, beyond: () => there.appointmentId },
  showDeskPerson: { own: () => here.personId, beyond: () => there.personId },
  revealDeskPerson: { own: () => here.personId, beyond: () => there.personId },
  searchPeople: { body: { words: 'Quintavalle' } },
  changePerson: { ...somebody, body: { revision: 0, language: 'en' } },
  mergePeople: { ...somebody, body: () => ({ revision: 0, duplicate_id: duplicateId, duplicate_revision: 0 }) },
  exportPerson: person,
  erasePerson: { ...somebody, body: { revision: 0 } },
  notePerson: { ...person, body: { text: 'Una nota' } },
  noteAppointment: { own: () => here.appointmentId, beyond: () => there.appointmentId, body: { text: 'Una nota' } },
  changeNote: { ...ownNote, body: { text: 'Un’altra nota' } },
  removeNote: ownNote,
  // booking for somebody
  findDeskSlots: { query: () => `?${new URLSearchParams({ ...matter, from: ofDay, to: ofDay })}` },
  holdDeskSlot: { body: () => ({ ...matter, starts_at: `${ofDay}T20:00:00+01:00` }), otherwise: 'slot-not-offered' },
  releaseDeskHold: ownHold,
  warnAboutHold: ownHold,
  bookForSomebody: { body: { hold_id: 'nothing' }, otherwise: 'not-found' },
  showSlip: { own: () => here.appointmentId, beyond: () => there.appointmentId },
  moveDeskAppointment: { ...request, body: { revision: 0, starts_at: `${ofDay}T20:00:00+01:00`, tell: false }, otherwise: 'slot-not-offered' },
  cancelDeskAppointment: { ...request, body: { revision: 0, tell: false } },
  // requests, invitations, explanations
  listPending: {},
  countRequests: {},
  listMisfits: {},
  countMisfits: {},
  keepMisfit: { ...request, body: { revision: 0 } },
  unkeepMisfit: request,
  approveDeskRequest: { ...request, body: { revision: 0 } },
  refuseDeskRequest: { ...request, body: { revision: 0, reason: 'Una prova' } },
  proposeTime: { ...request, body: { revision: 0, starts_at: `${ofDay}T20:00:00+01:00` }, otherwise: 'slot-not-offered' },
  explainStart: { query: () => `?${new URLSearchParams({ ...matter, starts_at: `${ofDay}T10:00:00+01:00` })}` },
  listInvitations: {},
  createInvitation: { body: () => ({ service_id: matter.service_id, channel: matter.channel, expires_on: '2026-12-20' }) },
  revokeInvitation: { own: () => invitationOf(here), beyond: () => invitationOf(there) },
  // calendars
  showAgenda: { query: `?from=${ofDay}&to=${ofDay}` },
  listHoursVersions: { own: () => calendarOf(here), beyond: () => calendarOf(there) },
  showCalendarHours: { own: () => calendarOf(here), beyond: () => calendarOf(there) },
  previewCalendarChange: { body: () => ({ change: away() }) },
  changeCalendars: { body: () => ({ change: away(), resolutions: [], tell: false }) },
  undoCalendarChange: { own: ({ asker }) => changeOf(here, asker), beyond: ({ asker }) => changeOf(there, asker) },
  createBlock: { body: blockBody },
  removeBlock: { own: () => blockOn(here), beyond: () => blockOn(there) },
  // what joins them with other programs
  listCalendarFeeds: {},
  createCalendarFeed: { body: () => ({ calendar_id: oneCalendar }) },
  revokeCalendarFeed: { own: ({ asker }) => feedOf(asker), beyond: ({ other }) => feedOf(other), isOfMaker: true },
  listBusySources: { own: () => calendarOf(here), beyond: () => calendarOf(there) },
  createBusySource: { own: () => calendarOf(here), beyond: () => calendarOf(there), body: { address: 'https://127.0.0.1/busy.ics' }, otherwise: 'busy-source-unreadable' },
  readBusySource: { own: () => busySourceOf(here), beyond: () => busySourceOf(there) },
  removeBusySource: { own: () => busySourceOf(here), beyond: () => busySourceOf(there) },
  // rooms of meetings by video
  showStaffRoom: byVideo,
  createStaffRoomToken: byVideo,
  goOnByPhone: { ...byVideo, body: { by_phone: false } },
  inviteStaffGuest: { ...begun, body: { name: 'Una prova', role: 'relative' } },
  removeStaffGuest: { own: () => guestOf(here), beyond: () => guestOf(there) },
  listWaiting: {},
  // colleagues
  listMembers: {},
  showMember: { own: ({ other }) => other.id },
  inviteMember: { body: () => ({ email: `${newId()}@example.org`, given_name: 'Nuova', family_name: 'Persona', role: 'operator' }) },
  listMemberCalendars: { own: ({ other }) => other.id },
  changeMember: { own: ({ other }) => other.id, body: { revision: 0, given_name: 'Altra' } },
  removeMember: { own: invited },
  inviteAgain: { own: invited },
  resetSecondFactor: { own: ({ other }) => other.id },
  // what the union meets with
  showUnionDocument: {},
  previewUnionDocument: { body: { format: 'sportello-virtuale', version: 1, records: [] } },
  importUnionDocument: { body: { format: 'sportello-virtuale', version: 1, records: [] } },
  showMailServer: {},
  changeMailServer: { body: mailServer, otherwise: 'state-conflict' },
  testMailServer: { body: () => ({ ...mailServer, revision: undefined }), otherwise: 'state-conflict' },
  forgetMailServer: { otherwise: 'state-conflict' },
  showSystemState: {},
  checkSystemState: {},
  showSystemMark: {},
  showVideoConnection: {},
  changeVideoConnection: { body: { provider: 'own' } },
  testVideoConnection: {},
  startVideoConnection: { otherwise: 'state-conflict' },
  finishVideoConnection: { body: { code: 'x', state: 'y' }, otherwise: 'link-over' },
  // what the union decides
  createLogo: { body: { content: png().toString('base64') } },
  listRecords: { own: () => 'faq' },
  showRecord: { own: () => askedQuestion() },
  createRecord: { own: () => 'faq', body: () => ({ content: question }) },
  changeRecord: { own: () => askedQuestion(), body: { revision: 0, content: question } },
  previewRecord: { own: () => askedQuestion(), body: { revision: 0, does: 'delete' } },
  archiveRecord: { own: () => emptyPlace(null), body: { revision: 0 } },
  unarchiveRecord: { own: () => emptyPlace(0), body: { revision: 0 } },
  deleteRecord: { own: () => askedQuestion(), body: { revision: 0 } },
  listDependents: { own: () => askedQuestion() },
  listRecordVersions: { own: () => askedQuestion() },
  restoreRecord: { own: async () => `${await askedQuestion({ isKnown: true })} 1`, body: { revision: 1 } },
  showRecordDraft: { own: () => askedQuestion({ hasDraft: true }) },
  listNewRecordDrafts: { own: () => 'faq' },
  createNewRecordDraft: { own: () => 'faq', body: { typed: '{"kind":"faq"}' } },
  keepNewRecordDraft: { own: () => newQuestionDraft(), body: { revision: 0, typed: '{"kind":"faq"}' } },
  dropNewRecordDraft: { own: () => newQuestionDraft() },
  orderRecords: { own: () => 'faq', body: { items: [{ id: 'nobody', revision: 0 }] }, otherwise: 'changed-meanwhile' },
  keepRecordDraft: { own: () => askedQuestion(), body: { revision: 0, content: question } },
  dropRecordDraft: { own: () => askedQuestion({ hasDraft: true }) },
  // from an empty database to the first bookable service
  showFirstSteps: {},
  listItalianComuni: { query: '?q=asti' },
  joinMunicipalities: { body: { first_day: '2026-01-01', items: [{ istat_code: '001003', postal_code: '10070' }] } },
  // messages and services before they are saved
  previewMessage: { body: { message: 'reminder', language: 'it' } },
  previewService: { body: () => ({ content: bareService(here) }) },
  // how the desk is doing
  listApiKeys: {},
  makeApiKey: { body: { name: 'Protocollo', scopes: ['appointments:read'], expires_on: '2027-06-30' } },
  revokeApiKey: { own: apiKeyThere },
  listWebhooks: {},
  showWebhook: { own: webhookThere },
  makeWebhook: { body: { name: 'Protocollo', url: 'https://system.example.org/hook', kinds: ['appointment.booked'] } },
  changeWebhook: { own: webhookThere, body: { revision: 0, name: 'Altro' } },
  removeWebhook: { own: webhookThere },
  renewWebhookSecret: { own: webhookThere },
  testWebhook: { own: webhookThere },
  listWebhookDeliveries: { own: webhookThere },
  replayWebhook: { own: webhookThere, body: { failed_since: '2026-12-01' } },
  showStatistics: { query: '?from=2026-12-01&to=2026-12-07' },
  exportStatistics: { query: '?from=2026-12-01&to=2026-12-07' },
  exportAppointments: { body: { from: '2026-12-01', to: '2026-12-07', format: 'xlsx' } },
  // for how long data are kept
  showRetention: {},
  showRetentionForecast: {},
  changeRetention: { body: { revision: 9, is_on: false }, otherwise: 'changed-meanwhile' },
  createRetentionHold: { body: () => ({ person_id: here.personId, until: '2026-12-31', reason: 'Una prova' }) },
  endRetentionHold: { own: heldPerson },
  // the trail
  listAuditEntries: {},
  exportAuditEntries: {},
  showAuditEntry: { own: trailEntry },
  showAuditSeal: {},
  // the ways in, for nobody in particular
  showSignInOptions: {},
  signIn: { body: { email: 'nobody@example.org', password: 'x' }, otherwise: 'wrong-credentials' },
  showSecondFactor: { body: { challenge, factor: 'totp', code: '000000' }, otherwise: 'sign-in-over' },
  askForPasskey: {},
  signInWithPasskey: { body: { challenge, credential }, otherwise: 'sign-in-over' },
  askForPasswordReset: { body: { email: 'nobody@example.org' } },
  showStaffLink: { body: { token: challenge }, otherwise: 'link-over' },
  redeemStaffLink: { body: { token: challenge, password: 'una frase lunga che nessuno indovina 7' }, otherwise: 'link-over' },
  renewSession: { otherwise: 'session-over' },
};

/** Registered beside the contract: addresses that a browser is sent to, not calls. */
const besideContract = ['GET /staff/oidc/start', 'GET /staff/oidc/callback'];

const isRegistered = ({ method, url }: StaffRoute) => registered.some((one) => one.method === method && one.url === url);

async function castOf(role: Role, state: 'open' | 'enrolling'): Promise<{ cast: Cast; cookie: string }> {
  const asker = await addMember(desk, { role, officeIds: [here.officeId] });
  const { cookie, sessionId } = await signedIn(desk, asker, state);
  return { cast: { asker: { ...asker, sessionId }, other: await addMember(desk, { role: 'operator' }) }, cookie };
}

async function ask(route: StaffRoute, cookie: string | null, cast: Cast | null, which: 'own' | 'beyond' = 'own'): Promise<LightMyRequestResponse> {
  const { query = '', body = {}, ...row } = rows[route.name] ?? {};
  const id = cast ? await row[which]?.(cast) : 'some-id';
  const asked = typeof query === 'function' ? query() : query;
  const sent = typeof body === 'function' ? (cast ? body(cast) : {}) : body;
  if (row.isStream) return knockAtLive(desk, cookie);
  const ids = (id ?? 'some-id').split(' ');
  const url = route.url.replace(/:\w+/g, () => ids.shift() ?? 'some-id') + asked;
  if (row.isUpload) return papersAt(desk, url, { headers: { ...(cookie && { cookie }), origin: ourOrigin } }).add({ name: 'carta.pdf', content: pdf() });
  return askAs(desk, cookie, route.method, url, route.hasBody ? sent : undefined);
}

function expectDone(answer: LightMyRequestResponse, { name }: StaffRoute): void {
  const otherwise = rows[name]?.otherwise;
  if (otherwise) expectProblem(answer, otherwise);
  else expect({ status: answer.statusCode, body: answer.statusCode < 300 ? '' : answer.body }).toEqual({ status: expect.toSatisfy((status: number) => status < 300), body: '' });
}

const named = (routes: readonly StaffRoute[]) => routes.map((route) => [route.name, route] as const);
const behindDoor = staffRoutes.filter(({ access }) => access === 'staff');
const ofDoor = staffRoutes.filter(({ access }) => access === 'door');

test('every endpoint of the contract is in the matrix, and no other', () => {
  expect(Object.keys(rows).toSorted()).toEqual(staffRoutes.map(({ name }) => name).toSorted());
});

test('every endpoint with a parameter says what is one’s own, and what lies beyond a reach', () => {
  for (const { name, url, permission } of behindDoor) {
    const row = rows[name] ?? {};
    expect(row.own !== undefined, name).toBe(url.includes(':'));
    const isWithoutBeyond = permission === 'member.read' || permission === 'member.change' || permission === 'audit.read' || permission?.startsWith('connection.') === true || permission?.startsWith('union.') === true;
    expect(row.beyond !== undefined, name).toBe(url.includes(':') && !isWithoutBeyond);
  }
});

describe.each(named(behindDoor))('%s', (_, route) => {
  const { permission } = route;

  test('is refused to nobody in particular', async () => {
    if (!isRegistered(route)) return;
    expectProblem(await ask(route, null, null), 'session-needed');
  });

  test.each(roles)('is let or refused to %s as the permissions say', async (role) => {
    if (!isRegistered(route)) return;
    const { cast, cookie } = await castOf(role, 'open');
    const answer = await ask(route, cookie, cast);
    if (permission && may(role, permission)) expectDone(answer, route);
    else expectProblem(answer, 'not-allowed');
  });

  test.each(roles)('is let or refused to %s for what is not theirs', async (role) => {
    if (!isRegistered(route) || !rows[route.name]?.beyond || !permission || !may(role, permission)) return;
    const { cast, cookie } = await castOf(role, 'open');
    const answer = await ask(route, cookie, cast, 'beyond');
    const reachesAll = permission !== 'account.own' && !rows[route.name]?.isOfMaker && (role === 'admin' || role === 'auditor');
    if (reachesAll) expectDone(answer, route);
    else expectProblem(answer, 'not-found');
  });

  test.each(roles)('is let to %s without a second factor only to set one up', async (role) => {
    if (!isRegistered(route)) return;
    const { cast, cookie } = await castOf(role, 'enrolling');
    const answer = await ask(route, cookie, cast);
    if (permission && !may(role, permission)) expectProblem(answer, 'not-allowed');
    else if (permission === 'session.own') expectDone(answer, route);
    else expectProblem(answer, 'second-factor-needed');
  });

  test('is refused to another site', async () => {
    if (!isRegistered(route) || route.method === 'GET') return;
    const { cookie } = await castOf('admin', 'open');
    const url = `/api/v1${route.url.replace(/:\w+/, 'some-id')}`;
    expectProblem(await desk.app.inject({ method: route.method, url, headers: { cookie, origin: 'https://evil.example' } }), 'wrong-origin');
  });
});

describe.each(named(ofDoor))('%s', (_, route) => {
  test('is open to who is not signed in', async () => {
    if (!isRegistered(route)) return;
    expectDone(await ask(route, null, null), route);
  });

  test('is refused to another site', async () => {
    if (!isRegistered(route) || route.method === 'GET') return;
    expectProblem(await desk.app.inject({ method: route.method, url: `/api/v1${route.url}`, headers: { origin: 'https://evil.example' } }), 'wrong-origin');
  });
});

test('every endpoint of the contract is there', () => {
  expect(staffRoutes.filter((route) => !isRegistered(route)).map(({ name }) => name)).toEqual([]);
});

test('no endpoint is there that the contract does not know', () => {
  const known = staffRoutes.map(({ method, url }) => `${method} ${url}`);
  const unknown = registered.filter(({ method, url }) => !known.includes(`${method} ${url}`));
  expect(unknown.map(({ method, url }) => `${method} ${url}`).filter((one) => !besideContract.includes(one))).toEqual([]);
  expect(unknown.every(({ access }) => access === 'door')).toBe(true);
});
