import { permissions } from '@sportello/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openEmptyDesk } from './app.ts';
import { bookInTwoOffices, type DeskObject, ofDay } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { type StaffRoute, staffRoutes } from './staff-contract.ts';

// Nobody reads another office's people: by any endpoint that takes an id, nor in any list. Both are generated from the contract.

let desk: Desk;
let here: DeskObject;
let there: DeskObject;

beforeAll(async () => {
  desk = await openEmptyDesk();
  ({ here, there } = await bookInTwoOffices(desk));
});
afterAll(() => desk.close());

const ofScope = staffRoutes.filter(({ permission }) => permission !== null && permissions[permission].reach === 'scope');
const byId = ofScope.filter(({ url }) => url.includes(':')).map((route) => [route.name, route] as const);
const lists = ofScope.filter(({ url }) => !url.includes(':')).map((route) => [route.name, route] as const);

/** What each parameter stands for; an endpoint with another one fails here until somebody says what it is. */
const objects: Readonly<Record<string, (object: DeskObject) => string>> = {
  appointment_id: ({ appointmentId }) => appointmentId,
  person_id: ({ personId }) => personId,
};

/** What each list needs to be asked; it must cover the day of both appointments. */
const queries: Readonly<Record<string, string>> = { listDeskAppointments: `day=${ofDay}` };

function pathOf({ url }: StaffRoute, object: DeskObject): string {
  return url.replace(/:(\w+)/g, (_, name: string) => {
    const idOf = objects[name];
    if (!idOf) throw new Error(`What is a ${name}? Say it in staff-reach.test.ts`);
    return idOf(object);
  });
}

const who = {
  'an operator of one office': () => addMember(desk, { role: 'operator', officeIds: [here.officeId] }),
  'a manager of one office': () => addMember(desk, { role: 'manager', officeIds: [here.officeId] }),
  'a manager of one comune': () => addMember(desk, { role: 'manager', municipalityIds: [here.municipalityId] }),
} as const;

/** None of what tells one from the other. */
function expectNothingOf(body: string, { appointmentId, personId, email }: DeskObject): void {
  for (const secret of [appointmentId, personId, email]) expect(body).not.toContain(secret);
}

async function cookieOf(name: keyof typeof who): Promise<string> {
  return (await signedIn(desk, await who[name]())).cookie;
}

describe.each(Object.keys(who) as (keyof typeof who)[])('%s', (name) => {
  test.each(byId)('by %s reaches what is theirs, and nothing else', async (_, route) => {
    const cookie = await cookieOf(name);
    const body = route.hasBody ? {} : undefined;
    const [own, other] = [await askAs(desk, cookie, route.method, pathOf(route, here), body), await askAs(desk, cookie, route.method, pathOf(route, there), body)];
    expect(own.statusCode).toBe(200);
    expectNothingOf(own.body, there);
    expectProblem(other, 'not-found');
    expectNothingOf(other.body.replaceAll(/"instance":"[^"]*"/g, ''), there);
  });

  test.each(lists)('sees in %s what is theirs, and nothing else', async (_, { name: list, method, url }) => {
    const answer = await askAs(desk, await cookieOf(name), method, `${url}?${queries[list] ?? 'unknown=list'}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(here.appointmentId);
    expectNothingOf(answer.body, there);
  });
});

describe('somebody who was given no office', () => {
  test.each([...byId, ...lists])('sees nothing by %s', async (_, route) => {
    for (const role of ['operator', 'manager'] as const) {
      const { cookie } = await signedIn(desk, await addMember(desk, { role }));
      for (const object of [here, there]) {
        const answer = await askAs(desk, cookie, route.method, `${pathOf(route, object)}?${queries[route.name] ?? ''}`, route.hasBody ? {} : undefined);
        if (route.url.includes(':')) expectProblem(answer, 'not-found');
        else expect(answer.json().items).toEqual([]);
      }
    }
  });
});

test('an operator is not given a comune by what a manager would be', async () => {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', municipalityIds: [here.municipalityId] }));
  for (const [, { method, url, name }] of lists) expect((await askAs(desk, cookie, method, `${url}?${queries[name] ?? ''}`)).json().items).toEqual([]);
});

test('an office that is taken away is out of reach with the next request', async () => {
  const member = await addMember(desk, { role: 'operator', officeIds: [here.officeId] });
  const { cookie } = await signedIn(desk, member);
  const show = () => askAs(desk, cookie, 'GET', `/staff/appointments/${here.appointmentId}`);
  expect((await show()).statusCode).toBe(200);
  await desk.database.write(async (tx) => void (await tx.delete(desk.database.tables.staffScopes)));
  expectProblem(await show(), 'not-found');
});

test('every office, now and later, is one of the ways to reach both', async () => {
  const { cookie } = await signedIn(desk, await addMember(desk, { role: 'operator', allOffices: true }));
  for (const { appointmentId } of [here, there]) expect((await askAs(desk, cookie, 'GET', `/staff/appointments/${appointmentId}`)).statusCode).toBe(200);
});
