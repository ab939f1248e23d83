import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyRetention } from '../src/retention/run.ts';
import type { Database } from '../src/database/database.ts';
import { type Desk, openEmptyDesk } from './app.ts';
import { citizenOf } from './citizen.ts';
import { clerkOf } from './clerk.ts';
import { bookInTwoOffices, type DeskObject } from './desk-objects.ts';
import { expectProblem } from './expect-problem.ts';
import { personRow } from './people-objects.ts';
import { retentionOf, switchOn } from './retention-desk.ts';

let desk: Desk;
let here: DeskObject;
/** What comes between what a request reads and what it writes; once. */
let between: (() => Promise<unknown>) | null = null;

function interrupted(database: Database): Database {
  return {
    ...database,
    async write(work) {
      const first = between;
      between = null;
      await first?.();
      return database.write(work);
    },
  };
}

beforeAll(async () => {
  desk = await openEmptyDesk({ through: interrupted });
  ({ here } = await bookInTwoOffices(desk));
});
afterAll(() => desk.close());

test('who goes in the night while an official books for them is not booked for, and nothing names them', async () => {
  desk.clock.set('2027-12-10T10:00:00+01:00');
  await switchOn(desk);
  desk.clock.set('2027-12-11T03:05:00+01:00');
  const clerk = await clerkOf(desk);
  const video = await citizenOf(desk).wanted();
  const [start = ''] = await clerk.starts(video, '2027-12-15');
  const hold = await clerk.hold(video, start);
  between = () => applyRetention(retentionOf(desk));
  const refused = await clerk.confirm(hold, { person: null, person_id: here.personId });
  expectProblem(refused, 'changed-meanwhile');
  expect(await personRow(desk, here.personId)).toMatchObject({ givenName: null, erasedAt: desk.clock.now() });
  const { read, tables } = desk.database;
  expect((await read.select().from(tables.appointmentPeople)).filter(({ personId }) => personId === here.personId)).toHaveLength(1); // the one that is over
});
