import type { Impact, Resolution } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tidyUp } from '../src/housekeeping.ts';
import { type Desk, openBeside } from './app.ts';
import type { Citizen, Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { bookEach, leave, moveTo, openHoursDesk, type Official, officialOf, owedOf, stateOf } from './hours-desk.ts';
import { askAs } from './staff-app.ts';
import { mailOf } from './staff-mail.ts';

// Thursday 3 December 2026: "Sportello imprese 1" receives from 9 to 12.30, its colleague only at a counter elsewhere.

let desk: Desk;
let citizen: Citizen;
let video: Wanted;
let one: string;
let two: string;
let official: Official;
let officeId: string;
let putHoursBack: () => Promise<void>;

const thursday = '2026-12-03';
const at = (time: string, day = thursday) => `${day}T${time}:00+01:00`;
const sevenStarts = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00'].map((time) => at(time));

beforeAll(async () => {
  ({ desk, citizen, video, one, two, officeId, putHoursBack } = await openHoursDesk());
});
beforeEach(async () => {
  await desk.clear();
  official = await officialOf(desk, { role: 'operator', officeIds: [officeId] });
  await bookEach(citizen, video, sevenStarts);
});
afterEach(async () => {
  await desk.clear();
  await putHoursBack();
});
afterAll(() => desk.close());

const dayOff = () => ({ kind: 'absence', calendar_ids: [one], starts_at: at('00:00'), ends_at: at('00:00', '2026-12-04'), reason: 'Malattia' });
const startsOf = ({ touched }: Impact) => touched.map(({ appointment }) => appointment.starts_at);

/** What becomes of the seven: three moved, one given to a colleague, two cancelled, one left. */
function mixed({ touched }: Impact): Resolution[] {
  const [a, b, c, d, e, f, g] = touched;
  if (!a || !b || !c || !d || !e || !f || !g) throw new Error('seven are touched');
  const cancel = ({ appointment }: typeof a, message: string | null): Resolution => ({ appointment_id: appointment.id, revision: appointment.revision, does: 'cancel', message });
  return [moveTo(a, a.proposals[0]), moveTo(b, b.proposals[0]), moveTo(c, c.proposals[1]), { ...leave(d), does: 'reassign', calendar_id: two }, cancel(e, 'Ci dispiace: richiami lunedì.'), cancel(f, null), leave(g)];
}

/** The colleague receives by video too on this day: somebody can be given to them. */
const openColleague = () =>
  official.saved({ kind: 'exception', calendar_ids: [two], day: thursday, exception: { day: thursday, opening: [{ start_minute: 9 * 60, end_minute: 750, channels: ['video'], place_id: null }] } });

describe('before an absence is saved', () => {
  test('it says whom it touches, with three other times for each, none of them twice', async () => {
    const before = await stateOf(desk);
    const impact = await official.preview(dayOff());
    expect(startsOf(impact)).toEqual(sevenStarts);
    const proposed = impact.touched.flatMap(({ proposals }) => proposals.map(({ starts_at }) => starts_at));
    expect(proposed).toHaveLength(21);
    expect(new Set(proposed).size).toBe(21);
    expect(impact.touched[0]?.proposals[0]).toEqual({ starts_at: at('08:30', '2026-12-04'), ends_at: at('09:00', '2026-12-04'), place_id: null });
    for (const { appointment, proposals } of impact.touched) expect(proposals.every(({ starts_at }) => Date.parse(starts_at) > Date.parse(appointment.starts_at ?? ''))).toBe(true);
    expect(await stateOf(desk)).toEqual(before);
    expect(impact).toMatchObject({ beyond_reach: 0, warnings: [] });
  });

  test('it counts the times that citizens can book, before and after', async () => {
    const later = { ...dayOff(), starts_at: at('00:00', '2026-12-09'), ends_at: at('00:00', '2026-12-10') }; // a Wednesday nobody booked
    const { free_times: counted } = await official.preview(later);
    expect(counted).toMatchObject({ from: '2026-12-09', to: '2027-01-05' });
    expect(counted.before).toBeGreaterThan(counted.after);
    const nothing = await official.preview({ ...later, starts_at: at('13:00', '2026-12-09'), ends_at: at('14:00', '2026-12-09') });
    expect(nothing.free_times.after).toBe(nothing.free_times.before);
  });

  test('it names the colleagues who are free at that time', async () => {
    await openColleague();
    const { touched } = await official.preview(dayOff());
    for (const { colleagues } of touched) expect(colleagues).toEqual([{ calendar_id: two, name: 'Sportello imprese 2 (demo)' }]);
    // What a colleague could take is no other time: it is the same.
    for (const { appointment, proposals } of touched) expect(proposals.map(({ starts_at }) => starts_at)).not.toContain(appointment.starts_at);
  });

  test('half a morning touches those who would be there, to the minute', async () => {
    const impact = await official.preview({ ...dayOff(), starts_at: at('10:00'), ends_at: at('11:01') });
    expect(startsOf(impact)).toEqual([at('10:00'), at('10:30'), at('11:00')]);
  });

  test('who was booked in an absence already is not touched again', async () => {
    await official.saved(dayOff());
    const impact = await official.preview({ ...dayOff(), ends_at: at('00:00', '2026-12-05') });
    expect(impact.touched).toEqual([]);
  });

  test('it warns of what is over and of what is longer than a year', async () => {
    expect((await official.preview({ ...dayOff(), starts_at: '2026-11-01T09:00:00+01:00', ends_at: '2026-11-02T09:00:00+01:00' })).warnings).toEqual(['past']);
    expect((await official.preview({ ...dayOff(), ends_at: '2028-01-10T09:00:00+01:00' })).warnings).toEqual(['endless']);
  });

  test('an end before the start is refused on its field', async () => {
    expectInvalid(await official.ask({ ...dayOff(), ends_at: at('00:00') }), '/change/ends_at');
    expectInvalid(await official.save({ ...dayOff(), ends_at: at('00:00') }), '/change/ends_at');
  });
});

describe('an absence that touches seven appointments', () => {
  test('is saved with what becomes of each, in one go', async () => {
    await openColleague();
    const impact = await official.preview(dayOff());
    const saved = await official.saved(dayOff(), mixed(impact));
    expect(saved).toMatchObject({ moved: 3, reassigned: 1, cancelled: 2, to_call: 1, undo_until: '2026-12-01T08:01:00+01:00' });

    const { booked, taken, absences } = await stateOf(desk);
    const [a, b, c, d, e, f, g] = impact.touched.map(({ appointment }) => booked.find(({ id }) => id === appointment.id));
    expect([a, b, c].map((row) => row?.startsAt)).toEqual([impact.touched[0]?.proposals[0], impact.touched[1]?.proposals[0], impact.touched[2]?.proposals[1]].map((start) => Date.parse(start?.starts_at ?? '')));
    expect([d, e, f, g].map((row) => row?.state)).toEqual(['confirmed', 'cancelled', 'cancelled', 'confirmed']);
    expect(e?.cancelReason).toBe('Ci dispiace: richiami lunedì.');
    expect(b?.toCallSince).toBe(desk.clock.now());
    expect(absences).toMatchObject([{ calendarId: one, reason: 'Malattia', source: null }]);
    const ofD = taken.map((row) => JSON.parse(row)).filter(({ appointmentId }) => appointmentId === d?.id);
    expect(ofD).toEqual(expect.arrayContaining([expect.objectContaining({ calendarId: two, heldUntil: null }), expect.objectContaining({ calendarId: one, heldUntil: desk.clock.now() + 60_000 })]));
    expect((await desk.database.read.select().from(desk.database.tables.events)).slice(-6).map(({ kind, actor, staffId }) => [kind, actor, staffId === official.member.id])).toEqual([
      ['moved', 'staff', true], ['moved', 'staff', true], ['moved', 'staff', true], ['reassigned', 'staff', true], ['cancelled', 'staff', true], ['cancelled', 'staff', true],
    ]);
  });

  test('leaves nobody a free time there, nor offers what was left during the minute', async () => {
    const friday = at('09:00', '2026-12-04');
    const { appointment } = (await official.preview(dayOff())).touched[0] ?? { appointment: null };
    const change = { ...dayOff(), starts_at: at('09:00'), ends_at: at('09:30') };
    await official.saved(change, [{ appointment_id: appointment?.id, revision: appointment?.revision, does: 'move', starts_at: friday }]);
    const ended = await official.hours(one);
    await official.saved({ kind: 'end_absence', absence_id: ended.absences[0]?.id });
    expect(await citizen.starts(video, thursday)).toEqual([]);
    desk.clock.pass(1);
    expect(await citizen.starts(video, thursday)).toEqual([at('09:00')]);
    expectProblem(await citizen.post('/holds', { ...video, starts_at: friday }), 'slot-taken');
  });

  test('tells the citizens once the minute is over, and not before', async () => {
    await mailOf(desk);
    const impact = await official.preview(dayOff());
    await official.saved(dayOff(), mixed(impact).filter(({ does }) => does !== 'reassign'));
    desk.clock.set(desk.clock.now() + 59_999);
    expect(await mailOf(desk)).toEqual([]);
    desk.clock.set(desk.clock.now() + 1);
    const mails = await mailOf(desk);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['persona0@example.org', 'persona2@example.org', 'persona4@example.org', 'persona5@example.org']); // the second has a phone only
    expect(mails.find(({ to }) => to === 'persona4@example.org')?.text).toContain('Ci dispiace: richiami lunedì.');
  });

  test('tells nobody where nobody is to be told; reminders of the new time leave all the same', async () => {
    await mailOf(desk);
    const impact = await official.preview(dayOff());
    const saved = await official.saved(dayOff(), mixed(impact).filter(({ does }) => does !== 'reassign'), { tell: false });
    expect(saved.to_call).toBe(0);
    desk.clock.pass(2);
    expect(await mailOf(desk)).toEqual([]);
    const owed = (await owedOf(desk, impact.touched[0]?.appointment.id)).filter(({ sequence }) => sequence === 1);
    expect(owed.map(({ message }) => message)).toEqual(['reminder', 'reminder']);
  });

  test('taken back, everything is as it was, and nobody is told', async () => {
    await openColleague();
    await mailOf(desk);
    const before = await stateOf(desk);
    const impact = await official.preview(dayOff());
    const { id } = await official.saved(dayOff(), mixed(impact));
    desk.clock.set(desk.clock.now() + 59_999);
    await mailOf(desk); // a worker that looks meanwhile sends nothing
    expect((await official.undo(id)).statusCode).toBe(204);
    expect(await stateOf(desk)).toEqual(before);
    expectProblem(await official.undo(id), 'undo-over');
    desk.clock.pass(5);
    expect(await mailOf(desk)).toEqual([]);
  });

  test('taken back, the reminders of the old time leave, once', async () => {
    await mailOf(desk);
    const impact = await official.preview(dayOff());
    const { id } = await official.saved(dayOff(), mixed(impact).filter(({ does }) => does !== 'reassign'));
    await official.undo(id);
    desk.clock.set('2026-12-03T08:00:00+01:00');
    const reminded = (await mailOf(desk)).filter(({ to }) => to === 'persona0@example.org');
    expect(reminded.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Promemoria: giovedì 3 dicembre 2026, ore 9:00|^Promemoria.*09:00/)]);
  });

  test('taken back, a confirmation that had not left yet is still owed', async () => {
    const [booked] = (await official.preview(dayOff())).touched;
    const { id } = await official.saved(dayOff(), booked ? [moveTo(booked, booked.proposals[0])] : []);
    await mailOf(desk);
    await official.undo(id);
    const mails = await mailOf(desk);
    expect(mails.filter(({ to }) => to === 'persona0@example.org').map(({ subject }) => subject.split(':')[0])).toEqual(['Appuntamento confermato']);
  });

  test('can be taken back for a minute, by who saved it', async () => {
    const { id } = await official.saved(dayOff());
    const colleague = await officialOf(desk, { role: 'operator', allOffices: true });
    expectProblem(await colleague.undo(id), 'not-found');
    expectProblem(await official.undo('no-such-change'), 'not-found');
    desk.clock.pass(1);
    expectProblem(await official.undo(id), 'undo-over');
  });

  test('is not taken back over what somebody changed meanwhile', async () => {
    const [first] = (await official.preview(dayOff())).touched;
    const { id } = await official.saved(dayOff(), first ? [moveTo(first, first.proposals[0])] : []);
    const { appointments } = desk.database.tables;
    await desk.database.write(async (tx) => void (await tx.update(appointments).set({ revision: 9 }).where(eq(appointments.id, first?.appointment.id ?? ''))));
    const before = await stateOf(desk);
    const { appointment } = expectProblem(await official.undo(id), 'changed-meanwhile');
    expect(appointment).toMatchObject({ id: first?.appointment.id, revision: 9 });
    expect(await stateOf(desk)).toEqual(before);
  });

  test('is not taken back over other hours that somebody gave the calendar meanwhile', async () => {
    const { id } = await official.saved(dayOff());
    await official.saved({ ...dayOff(), starts_at: at('00:00', '2026-12-10'), ends_at: at('00:00', '2026-12-11') });
    expectProblem(await official.undo(id), 'changed-meanwhile');
  });
});

describe('what was shown and what is saved', () => {
  test('all can move to their first proposals, or to any mix of them', async () => {
    const { touched } = await official.preview(dayOff());
    const saved = await official.saved(dayOff(), touched.map((each, index) => moveTo(each, each.proposals[index % 3])));
    expect(saved.moved).toBe(7);
    expect((await official.preview(dayOff())).touched).toEqual([]);
  });

  test('the free times after it are those that were announced', async () => {
    const { free_times: counted } = await official.preview(dayOff());
    await official.saved(dayOff());
    const again = await official.preview({ ...dayOff(), starts_at: at('00:00'), ends_at: at('00:01') });
    expect(again.free_times.before).toBe(counted.after);
  });

  test('a citizen who takes the proposed time first: the official is told whose it was, and nothing is half done', async () => {
    const { touched } = await official.preview(dayOff());
    const lost = touched[3]?.proposals[0]?.starts_at ?? '';
    await citizen.bookAt(video, lost);
    const before = await stateOf(desk);
    const answer = expectProblem(await official.save(dayOff(), touched.map((each) => moveTo(each, each.proposals[0]))), 'slot-taken');
    expect(answer.appointment).toMatchObject({ id: touched[3]?.appointment.id });
    expect(answer.alternatives).toHaveLength(3);
    expect(await stateOf(desk)).toEqual(before);
    // With another time for that one it goes through.
    const saved = await official.saved(dayOff(), touched.map((each) => moveTo(each, each.proposals[each === touched[3] ? 1 : 0])));
    expect(saved.moved).toBe(7);
  });

  test('a time at which nobody receives is none', async () => {
    const [first] = (await official.preview(dayOff())).touched;
    if (!first) throw new Error('nobody is touched');
    for (const start of [at('20:00', '2026-12-04'), at('09:00', '2026-12-08'), at('09:30')]) {
      expectProblem(await official.save(dayOff(), [moveTo(first, { starts_at: start })]), 'slot-not-offered');
    }
  });

  test('the one of two officials who comes second is told, with the appointment as it is now', async () => {
    const colleague = await officialOf(desk, { role: 'operator', allOffices: true });
    const [mine, theirs] = [await official.preview(dayOff()), await colleague.preview(dayOff())];
    const [first, same] = [mine.touched[0], theirs.touched[0]];
    if (!first || !same) throw new Error('nobody is touched');
    await official.saved(dayOff(), [moveTo(first, first.proposals[0])]);
    const before = await stateOf(desk);
    const { appointment } = expectProblem(await colleague.save(dayOff(), [moveTo(same, same.proposals[1])]), 'changed-meanwhile');
    expect(appointment).toMatchObject({ id: first.appointment.id, starts_at: first.proposals[0]?.starts_at });
    expect(await stateOf(desk)).toEqual(before);
  });

  test('two officials at once, in two processes: one is told, and nobody is booked twice', async () => {
    const beside = await openBeside(desk);
    const colleague = await officialOf(beside, { role: 'operator', allOffices: true });
    const { touched } = await official.preview(dayOff());
    const resolutions = touched.map((each) => moveTo(each, each.proposals[0]));
    const answers = await Promise.all([official.save(dayOff(), resolutions), colleague.save(dayOff(), resolutions)]);
    await beside.close();
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const { absences } = await stateOf(desk);
    expect(absences).toHaveLength(1);
  });

  test('the same absence twice is one', async () => {
    await official.saved(dayOff());
    await official.saved(dayOff());
    expect((await stateOf(desk)).absences).toHaveLength(1);
  });

  test('a decision about an appointment elsewhere, or two about one, are refused on their field', async () => {
    const { touched } = await official.preview(dayOff());
    const [first] = touched;
    if (!first) throw new Error('nobody is touched');
    expectInvalid(await official.save(dayOff(), [leave(first), leave(first)]), '/resolutions/1/appointment_id');
    expectInvalid(await official.save({ ...dayOff(), calendar_ids: [two] }, [leave(first)]), '/resolutions/0/appointment_id');
    expectInvalid(await official.save(dayOff(), [{ ...leave(first), does: 'reassign', calendar_id: one }]), '/resolutions/0/calendar_id');
    expectInvalid(await official.save(dayOff(), [moveTo(first, { starts_at: at('09:00', '2026-12-04'), place_id: 'nowhere' })]), '/resolutions/0/place_id');
  });
});

describe('an absence that ends', () => {
  test('before it began never was; its reason comes back with it when that is taken back', async () => {
    await official.saved(dayOff());
    const { absences } = await official.hours(one);
    expect(absences).toMatchObject([{ calendar_id: one, starts_at: at('00:00'), reason: 'Malattia', is_imported: false }]);
    const before = await stateOf(desk);
    const { id } = await official.saved({ kind: 'end_absence', absence_id: absences[0]?.id });
    expect((await official.hours(one)).absences).toEqual([]);
    const kept = await desk.database.read.select().from(desk.database.tables.calendarChanges);
    expect(JSON.stringify(kept)).not.toContain('Malattia');
    await tidyUp(desk);
    await official.undo(id);
    expect(await stateOf(desk)).toEqual(before);
    await official.saved({ kind: 'end_absence', absence_id: absences[0]?.id });
    desk.clock.pass(2 * 1440);
    await tidyUp(desk);
    expect((await stateOf(desk)).absences).toEqual([]);
    expect(await desk.database.read.select().from(desk.database.tables.calendarChanges)).toEqual([]);
  });

  test('while it runs ends now, and one that is over cannot', async () => {
    await official.saved({ ...dayOff(), starts_at: '2026-11-30T00:00:00+01:00', ends_at: at('00:00', '2026-12-03') });
    const [absence] = (await official.hours(one)).absences;
    await official.saved({ kind: 'end_absence', absence_id: absence?.id });
    desk.clock.pass(1);
    expect((await stateOf(desk)).absences).toMatchObject([{ endsAt: Date.parse('2026-12-01T08:00:00+01:00') }]);
    expect((await official.preview({ kind: 'end_absence', absence_id: absence?.id })).warnings).toEqual(['past']);
    expectProblem(await official.ask({ kind: 'end_absence', absence_id: 'no-such-absence' }), 'not-found');
  });

  test('cannot be ended here when it was read from a calendar elsewhere', async () => {
    const { absences } = desk.database.tables;
    await desk.change((tx) => tx.insert(absences).values({ id: 'imported', calendarId: one, startsAt: Date.parse(at('09:00')), endsAt: Date.parse(at('10:00')), reason: null, source: 'elsewhere' }));
    expectInvalid(await official.save({ kind: 'end_absence', absence_id: 'imported' }), '/change/absence_id');
  });
});

test('what the trail holds of an absence says who and when, and not why', async () => {
  const { id } = await official.saved(dayOff());
  await official.undo(id);
  const { auditEntries, auditValues } = desk.database.tables;
  const entries = (await desk.database.read.select().from(auditEntries).orderBy(auditEntries.id)).filter(({ objectKind, staffId }) => objectKind === 'calendar' && staffId === official.member.id);
  expect(entries.map(({ action, objectId }) => [action, objectId])).toEqual([['change', one], ['undo', one]]);
  expect(JSON.stringify(await desk.database.read.select().from(auditValues))).not.toContain('Malattia');
});

test('an auditor sees that somebody is away, and not why; and changes nothing', async () => {
  await official.saved(dayOff());
  const auditor = await officialOf(desk, { role: 'auditor' });
  expect((await auditor.hours(one)).absences).toMatchObject([{ reason: null }]);
  expectProblem(await auditor.save(dayOff()), 'not-allowed');
  expectProblem(await askAs(desk, auditor.cookie, 'POST', '/staff/calendar-changes/preview', { change: dayOff() }), 'not-allowed');
});
