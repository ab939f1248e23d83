import type { DeskAppointmentItem, Problem } from '@sportello/contract';
import { desc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeRules, type Desk, openEmptyDesk } from './app.ts';
import { type Citizen, citizenOf, got, type Wanted } from './citizen.ts';
import { calendarsFor, type Clerk, clerkOf } from './clerk.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { rowsOf } from './rows.ts';
import { mailOf } from './staff-mail.ts';

let desk: Desk;
let citizen: Citizen;
let clerk: Clerk;
let video: Wanted;
/** Suap 1, whose Thursdays are open by video, and suap 2, whose Fridays are. */
let calendars: string[];
let item: DeskAppointmentItem;

const thursday = '2026-12-03';
const nine = `${thursday}T09:00:00+01:00`;
const ten = `${thursday}T10:00:00+01:00`;
const friday = '2026-12-04T09:00:00+01:00';
const ada = { given_name: 'Ada', family_name: 'Rossi', email: 'ada@example.org' };

beforeAll(async () => {
  desk = await openEmptyDesk();
  citizen = citizenOf(desk);
  video = await citizen.wanted();
  calendars = await calendarsFor(desk, video);
});
beforeEach(async () => {
  clerk = await clerkOf(desk);
  item = await clerk.bookAt(video, nine, { person: ada });
});
afterEach(() => desk.clear());
afterAll(() => desk.close());

const done = (answer: Awaited<ReturnType<Clerk['move']>>) => got<DeskAppointmentItem>(answer, 200);

async function setState(state: 'pending' | 'arrived' | 'in_progress' | 'served' | 'missed'): Promise<void> {
  await desk.change((tx, { appointments }) => tx.update(appointments).set({ state, ...(state === 'arrived' && { arrivedAt: desk.clock.now() }) }));
}

async function lastEntry() {
  const { auditEntries } = desk.database.tables;
  const [entry] = await desk.database.read.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  return entry;
}

const messagesOf = async (sequence: number) => (await rowsOf(desk)).outbox.filter((row) => row.sequence === sequence).map(({ message }) => message);

async function expectUnchangedBy(work: () => Promise<void>): Promise<void> {
  const before = await rowsOf(desk, item);
  await work();
  expect(await rowsOf(desk, item)).toEqual(before);
}

describe('moving by the desk', () => {
  test('frees the old time, takes the new one, and the citizen reads that the office did it', async () => {
    await mailOf(desk);
    const moved = done(await clerk.move(item, { starts_at: friday }));
    expect(moved).toMatchObject({ id: item.id, state: 'confirmed', starts_at: friday, revision: item.revision + 1, calendar_ids: [calendars[1]], to_call_since: null });
    expect(await citizen.starts(video, thursday)).toContain(nine);
    expect((await rowsOf(desk, item)).events.at(-1)).toMatchObject({ kind: 'moved', actor: 'staff', staffId: clerk.id, oldStartsAt: Date.parse(nine), newStartsAt: Date.parse(friday) });
    expect(await lastEntry()).toMatchObject({ action: 'move', staffId: clerk.id, objectId: item.id });
    const [mail, ...others] = await mailOf(desk);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'ada@example.org', subject: 'L’ufficio ha spostato il tuo appuntamento: venerdì 4 dicembre 2026, ore 09:00', calendar: { method: 'REQUEST', content: expect.stringMatching(/SEQUENCE:1\b/) } });
    expect(mail?.text).toContain('quello di prima non vale più');
  });

  test('without telling writes no message, but reminds of the new time', async () => {
    await mailOf(desk);
    done(await clerk.move(item, { starts_at: friday, tell: false }));
    expect(await messagesOf(1)).toEqual(['reminder', 'reminder']);
    expect(await mailOf(desk)).toEqual([]);
  });

  test('of somebody without e-mail asks for a call, if they are to be told', async () => {
    const other = await clerk.bookAt(video, ten);
    const quiet = done(await clerk.move(other, { starts_at: `${thursday}T10:30:00+01:00`, tell: false }));
    expect(quiet.to_call_since).toBeNull();
    expect(done(await clerk.move(quiet, { starts_at: friday })).to_call_since).toBe('2026-12-01T08:00:00+01:00');
  });

  test('knows neither cut-off nor notice, and keeps what is confirmed confirmed', async () => {
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { moderated: true });
    desk.clock.set(`${thursday}T08:50:00+01:00`);
    clerk = await clerkOf(desk);
    expect(done(await clerk.move(item, { starts_at: ten }))).toMatchObject({ state: 'confirmed' });
    await restore();
  });

  test('keeps a request waiting, and ends what was proposed for it', async () => {
    await setState('pending');
    const { proposals } = desk.database.tables;
    const proposal = { id: 'p', appointmentId: item.id, startsAt: 1, endsAt: 2, calendarIds: [], staffId: clerk.id, createdAt: 0, expiresAt: desk.clock.now() + 1000, state: 'open' as const };
    await desk.change((tx) => tx.insert(proposals).values(proposal));
    expect(done(await clerk.move(item, { starts_at: friday }))).toMatchObject({ state: 'pending', proposal: null });
    expect(await desk.database.read.select().from(proposals)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await messagesOf(1)).toEqual(['moved-by-desk']);
    await desk.change((tx) => tx.delete(proposals));
  });

  test('expects again who did not come', async () => {
    desk.clock.set(`${thursday}T11:00:00+01:00`);
    clerk = await clerkOf(desk);
    await setState('missed');
    expectProblem(await clerk.move(item, { starts_at: nine, calendar_id: calendars[1], outside_hours: true }), 'state-conflict');
    expect(done(await clerk.move(item, { starts_at: friday }))).toMatchObject({ state: 'confirmed', arrived_at: null, started_at: null });
  });

  test.each(['in_progress', 'served'] as const)('of somebody who is %s is refused', async (state) => {
    await setState(state);
    expect(expectProblem(await clerk.move(item, { starts_at: friday }), 'state-conflict').state).toBe(state);
  });

  test('to a time that somebody has changes nothing, whatever the hours', async () => {
    await citizen.hold(video, ten);
    await expectUnchangedBy(async () => {
      const { alternatives } = expectProblem(await clerk.move(item, { starts_at: ten }), 'slot-taken');
      expect(alternatives?.map(({ starts_at }) => starts_at)).toContain(nine);
      expectProblem(await clerk.move(item, { starts_at: `${thursday}T09:50:00+01:00`, calendar_id: calendars[0], outside_hours: true }), 'slot-taken');
    });
  });

  test('outside the hours needs to be meant, and a calendar', async () => {
    const evening = `${thursday}T18:05:00+01:00`;
    expectProblem(await clerk.move(item, { starts_at: evening }), 'slot-not-offered');
    expectInvalid(await clerk.move(item, { starts_at: evening, outside_hours: true }), '/calendar_id');
    expectInvalid(await clerk.move(item, { starts_at: evening, outside_hours: true, calendar_id: 'nothing' }), '/calendar_id');
    expect(done(await clerk.move(item, { starts_at: evening, outside_hours: true, calendar_id: calendars[1] }))).toMatchObject({ starts_at: evening, outside_hours: true, calendar_ids: [calendars[1]] });
  });

  test('to another place takes its hours', async () => {
    const place = await citizen.wanted('informazioni-scia', 'desk');
    const places = (await citizen.service('informazioni-scia')).channels.find(({ channel }) => channel === 'desk')?.places ?? [];
    const [start = ''] = await clerk.starts(place, thursday, '2026-12-11');
    const booked = await clerk.bookAt(place, start, { person: ada });
    const elsewhere = places.find(({ id }) => id !== booked.place_id)?.id ?? '';
    const [there = ''] = await clerk.starts({ ...place, place_id: elsewhere }, thursday, '2026-12-11');
    expect(done(await clerk.move(booked, { starts_at: there, place_id: elsewhere }))).toMatchObject({ place_id: elsewhere, starts_at: there });
    expectInvalid(await clerk.move(booked, { starts_at: there, place_id: 'nothing' }), '/place_id');
  });

  test('sent twice moves once', async () => {
    const [first, second] = await Promise.all([clerk.move(item, { starts_at: friday }), clerk.move(item, { starts_at: friday })]);
    expect(done(second)).toEqual(done(first));
    expect(await messagesOf(1)).toEqual(['moved-by-desk', 'reminder', 'reminder']);
  });
});

describe('giving it to a colleague', () => {
  test('at the same time changes nothing for the citizen', async () => {
    const reassigned = done(await clerk.move(item, { starts_at: nine, calendar_id: calendars[1], outside_hours: true }));
    expect(reassigned).toMatchObject({ starts_at: nine, calendar_ids: [calendars[1]], revision: item.revision + 1, outside_hours: true });
    expect((await rowsOf(desk, item)).events.at(-1)).toMatchObject({ kind: 'reassigned', staffId: clerk.id });
    expect(await lastEntry()).toMatchObject({ action: 'move', fields: ['calendar_ids'] });
    expect((await rowsOf(desk)).outbox.map(({ message, sequence }) => [message, sequence])).toEqual([['confirmation', 0], ['reminder', 0], ['reminder', 0]]);
    expect(await citizen.starts(video, thursday)).toContain(nine);
  });

  test('works for who waits at the counter, and to the one who has it already changes nothing', async () => {
    await setState('arrived');
    expect(done(await clerk.move(item, { starts_at: nine, calendar_id: calendars[1], outside_hours: true }))).toMatchObject({ state: 'arrived', calendar_ids: [calendars[1]] });
    await expectUnchangedBy(async () => void done(await clerk.move(item, { starts_at: nine, calendar_id: calendars[1], outside_hours: true })));
  });

  test('who has no time then is refused', async () => {
    await clerk.hold(video, nine, { outside_hours: true, calendar_id: calendars[1] });
    await expectUnchangedBy(async () => void expectProblem(await clerk.move(item, { starts_at: nine, calendar_id: calendars[1], outside_hours: true }), 'slot-taken'));
  });
});

describe('cancelling by the desk', () => {
  test('frees the time at once and tells why, in the words of the office', async () => {
    await mailOf(desk);
    const restore = await changeRules(desk, 'informazioni-scia', 'video', { releaseDelayMinutes: 60 });
    const cancelled = done(await clerk.cancel(item, { reason: ' L’operatrice è malata. ' }));
    expect(cancelled).toMatchObject({ state: 'cancelled', revision: item.revision + 1 });
    expect(await citizen.starts(video, thursday)).toContain(nine);
    expect((await rowsOf(desk, item)).events.at(-1)).toMatchObject({ kind: 'cancelled', actor: 'staff', staffId: clerk.id });
    const [mail] = await mailOf(desk);
    expect(mail).toMatchObject({ subject: 'L’ufficio ha annullato il tuo appuntamento: giovedì 3 dicembre 2026, ore 09:00', calendar: { method: 'CANCEL' } });
    expect(mail?.text).toContain('Il motivo\nL’operatrice è malata.');
    await restore();
  });

  test('twice is once, whatever revision the second saw', async () => {
    const first = done(await clerk.cancel(item));
    expect(done(await clerk.cancel(item))).toEqual(first);
    expect(await messagesOf(1)).toEqual(['cancelled-by-desk']);
  });

  test('without telling writes nothing; of somebody without e-mail, to be told, asks for a call', async () => {
    done(await clerk.cancel(item, { tell: false }));
    expect(await messagesOf(1)).toEqual([]);
    const other = await clerk.bookAt(video, ten);
    expect(done(await clerk.cancel(other))).toMatchObject({ state: 'cancelled', to_call_since: '2026-12-01T08:00:00+01:00' });
  });

  test.each(['in_progress', 'served', 'missed'] as const)('of somebody who is %s is refused', async (state) => {
    await setState(state);
    expect(expectProblem(await clerk.cancel(item), 'state-conflict').state).toBe(state);
  });
});

describe('two officials', () => {
  test('the second is told, with the appointment as it is now, and nothing is lost', async () => {
    const other = await clerkOf(desk);
    const moved = done(await clerk.move(item, { starts_at: friday }));
    for (const answer of [await other.move(item, { starts_at: ten }), await other.cancel(item)]) {
      const body = expectProblem(answer, 'changed-meanwhile') as Problem & { appointment: DeskAppointmentItem };
      expect(body.appointment).toEqual(moved);
    }
    expect(done(await other.move(moved, { starts_at: ten }))).toMatchObject({ starts_at: ten });
  });

  test('and a citizen who moved it meanwhile', async () => {
    const { appointments } = desk.database.tables;
    await desk.change((tx) => tx.update(appointments).set({ revision: item.revision + 1 }).where(eq(appointments.id, item.id)));
    expectProblem(await clerk.cancel(item), 'changed-meanwhile');
  });
});

test('beyond reach nothing can be moved or cancelled', async () => {
  const stranger = await clerkOf(desk, { role: 'operator' });
  await expectUnchangedBy(async () => {
    expectProblem(await stranger.move(item, { starts_at: friday }), 'not-found');
    expectProblem(await stranger.cancel(item), 'not-found');
  });
});
