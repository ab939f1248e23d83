import type { Hold } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../src/database/id.ts';
import { tidyUp } from '../src/housekeeping.ts';
import { type Desk, openEmptyDesk, testSecrets } from './app.ts';
import { citizenOf, got, type Wanted } from './citizen.ts';
import { expectInvalid, expectProblem } from './expect-problem.ts';
import { clearPapers, longPdf, papersAt, pdf, rowsOfPapers } from './papers.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';

let desk: Desk;
let citizen: ReturnType<typeof citizenOf>;
let wanted: Wanted;
/** One that must be answered, one that may. */
const required = newId();
const optional = newId();

beforeAll(async () => {
  desk = await openEmptyDesk({ guessLimit: 1000 });
  citizen = citizenOf(desk);
  wanted = await citizen.wanted();
  await desk.change(async (tx, { serviceChannels, questions }) => {
    const [channel] = (await tx.select().from(serviceChannels).where(eq(serviceChannels.serviceId, wanted.service_id))).filter((one) => one.channel === 'video');
    if (!channel) throw new Error('no video');
    await tx.delete(questions).where(eq(questions.serviceChannelId, channel.id));
    const about = { serviceChannelId: channel.id, kind: 'file' as const, help: null, choices: [] };
    await tx.insert(questions).values([
      { ...about, id: required, label: { it: 'Planimetria', en: 'Plan' }, required: true, position: 1 },
      { ...about, id: optional, label: { it: 'Delega', en: 'Delegation' }, required: false, position: 2 },
    ]);
  });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.clear();
  await clearPapers(desk);
});

const idOf = (answer: Parameters<typeof got>[0]) => got<{ id: string }>(answer, 201).id;
const papersOf = ({ id, token }: Pick<Hold, 'id' | 'token'>) => papersAt(desk, `/holds/${id}/files`, { token });
const holdNth = async (nth: number, sent: Parameters<typeof citizen.hold>[2] = {}) => citizen.hold(wanted, (await citizen.slots(wanted)).items[nth]?.starts_at ?? '', sent);
const answer = (question: string, value: string) => ({ question_id: question, value });
const plan = { name: 'Planimetria del cortile.pdf', content: longPdf(300_000) };

describe('a question that is answered with a paper', () => {
  test('the id of what was sent is the answer; the desk reads its name, and it stands with the other papers', async () => {
    const hold = await holdNth(0);
    const id = idOf(await papersOf(hold).add(plan, { question: required }));
    expect(await papersOf(hold).items()).toMatchObject([{ id, question_id: required, can_delete: true }]);
    const link = got<{ code: string; manage_token: string }>(await citizen.confirm(hold, { answers: [answer(required, id)] }), 201);

    const own = papersAt(desk, `/appointments/${link.code}/files`, { token: link.manage_token });
    expect((await own.open(id)).rawPayload.equals(plan.content)).toBe(true);
    expect(await own.items()).toMatchObject([{ id, question_id: required, can_delete: false }]);
    expectProblem(await own.remove(id), 'state-conflict');

    const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', allOffices: true }));
    const shown = (await askAs(desk, cookie, 'GET', `/staff/appointments/${hold.id}`)).json();
    expect(shown.answers).toEqual([{ label: 'Planimetria', value: plan.name }]);
    // Where the token of the hold ended, its papers do too.
    expect((await papersOf(hold).list()).json()).toEqual({ items: [], can_add: false });
    expectProblem(await papersOf(hold).add(plan, { question: required }), 'hold-used');
    expectProblem(await papersOf(hold).remove(id), 'hold-used');
  });

  test('one that must be answered must be; ids of other people’s papers, of other questions, or made up, are no answers', async () => {
    const hold = await holdNth(0);
    const other = await holdNth(3);
    const foreign = idOf(await papersOf(other).add(plan, { question: required }));
    const ofOptional = idOf(await papersOf(hold).add(plan, { question: optional }));
    expectInvalid(await citizen.confirm(hold, { answers: [] }), '/answers');
    for (const value of [foreign, ofOptional, newId(), 'planimetria.pdf']) expectInvalid(await citizen.confirm(hold, { answers: [answer(required, value)] }), '/answers/0/value');
  });

  test('only a question of this service that takes a paper can be answered with one', async () => {
    const hold = await holdNth(0);
    expectInvalid(await papersOf(hold).add(plan), '/question_id');
    expectInvalid(await papersOf(hold).add(plan, { question: newId() }), '/question_id');
  });

  test('what the visitor replaced does not come along', async () => {
    const hold = await holdNth(0);
    idOf(await papersOf(hold).add({ name: 'vecchia.pdf', content: pdf() }, { question: required }));
    const id = idOf(await papersOf(hold).add(plan, { question: required }));
    got(await citizen.confirm(hold, { answers: [answer(required, id)] }), 201);
    const { files, pieces } = await rowsOfPapers(desk);
    expect([files.map((file) => file.id), new Set(pieces.map(({ fileId }) => fileId))]).toEqual([[id], new Set([id])]);
  });

  test('one that need not be answered is taken back with its answer', async () => {
    const hold = await holdNth(0);
    const must = idOf(await papersOf(hold).add(plan, { question: required }));
    const may = idOf(await papersOf(hold).add({ name: 'delega.pdf', content: pdf() }, { question: optional }));
    const link = got<{ code: string; manage_token: string }>(await citizen.confirm(hold, { answers: [answer(required, must), answer(optional, may)] }), 201);
    const own = papersAt(desk, `/appointments/${link.code}/files`, { token: link.manage_token });
    expect((await own.remove(may)).statusCode).toBe(204);
    const { answers } = desk.database.tables;
    expect(await desk.database.read.select({ value: answers.value }).from(answers)).toEqual([{ value: must }]);
  });

  test('one that is taken back in another tab while the booking is sent leaves no answer without its paper', async () => {
    const hold = await holdNth(0);
    const id = idOf(await papersOf(hold).add(plan, { question: required }));
    const [booked] = await Promise.all([citizen.confirm(hold, { answers: [answer(required, id)] }), papersOf(hold).remove(id)]);
    const { files } = await rowsOfPapers(desk);
    expect([booked.statusCode, files.length]).toSatisfy((outcome: readonly number[]) => [[201, 1], [422, 0]].some((fine) => fine.join() === outcome.join()));
  });
});

describe('the papers of a hold', () => {
  test('come along when the visitor takes another time', async () => {
    const first = await holdNth(0);
    const id = idOf(await papersOf(first).add(plan, { question: required }));
    const second = await holdNth(2, { token: first.token });
    expect(await papersOf(second).items()).toMatchObject([{ id }]);
    expect((await papersOf(first).list()).json()).toEqual({ items: [], can_add: false });
    expectProblem(await papersOf(first).add(plan, { question: required }), 'hold-expired');
    got(await citizen.confirm(second, { answers: [answer(required, id)] }), 201);
  });

  test('stay where they are when the other time could not be had', async () => {
    const first = await holdNth(0);
    const id = idOf(await papersOf(first).add(plan, { question: required }));
    await expect(citizen.hold(wanted, '2026-12-06T03:00:00+01:00', { token: first.token })).rejects.toThrow(/422/);
    expect(await papersOf(first).items()).toMatchObject([{ id }]);
  });

  test('are taken away when it ends without a booking', async () => {
    const hold = await holdNth(0);
    const other = await holdNth(3);
    idOf(await papersOf(hold).add(plan, { question: required }));
    got(await citizen.confirm(other, { answers: [answer(required, idOf(await papersOf(other).add({ name: 'a.pdf', content: pdf() }, { question: required })))] }), 201);
    desk.clock.pass(30);
    expectProblem(await papersOf(hold).add(plan, { question: required }), 'hold-expired');
    await tidyUp(desk);
    const { files, pieces, removals } = await rowsOfPapers(desk);
    expect([files.map(({ name }) => name), pieces.length, removals.length]).toEqual([['a.pdf'], 1, 0]);
  });

  test('are opened by its own token alone', async () => {
    const hold = await holdNth(0);
    const other = await holdNth(3);
    const id = idOf(await papersOf(hold).add(plan, { question: required }));
    const intruder = papersOf({ id: hold.id, token: other.token });
    const managed = papersOf({ id: hold.id, token: testSecrets.token('manage', { id: hold.id, linkGeneration: 0 }) });
    for (const there of [intruder, managed]) for (const refusal of [await there.list(), await there.add(plan, { question: required }), await there.remove(id)]) expectProblem(refusal, 'not-found');
    expect((await papersOf(other).remove(id)).statusCode).toBe(204);
    expect(await papersOf(hold).items()).toHaveLength(1);
  });
});
