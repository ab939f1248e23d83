import { afterAll, beforeAll, expect, test } from 'vitest';
import { isClaimConflict } from '../src/database/database.ts';
import { makeTestDatabase } from './database.ts';

let made: Awaited<ReturnType<typeof makeTestDatabase>>;

beforeAll(async () => {
  made = await makeTestDatabase();
  const { calendars, blocks } = made.database.tables;
  await made.database.write(async (tx) => {
    await tx.insert(calendars).values([{ id: 'anna', name: 'Anna', kind: 'operator' }, { id: 'bruno', name: 'Bruno', kind: 'operator' }]);
    await tx.insert(blocks).values({ id: 'block', startsAt: 0, endsAt: 1, createdAt: 0 });
  });
});
afterAll(() => made.drop());

async function claim(id: string, calendarId: string, startsAt: number, endsAt: number): Promise<boolean> {
  const { database } = made;
  try {
    await database.write(async (tx) => void (await tx.insert(database.tables.claims).values({ id, calendarId, startsAt, endsAt, blockId: 'block' })));
    return true;
  } catch (error) {
    if (isClaimConflict(error)) return false;
    throw error;
  }
}

test('the database itself refuses two overlapping claims on one calendar', async () => {
  expect(await claim('first', 'anna', 1000, 2000)).toBe(true);
  expect(await claim('same', 'anna', 1000, 2000)).toBe(false);
  expect(await claim('nested', 'anna', 1200, 1300)).toBe(false);
  expect(await claim('around', 'anna', 500, 3000)).toBe(false);
  expect(await claim('early', 'anna', 500, 1001)).toBe(false);
  expect(await claim('late', 'anna', 1999, 2500)).toBe(false);
});

test('touching claims and other calendars are fine', async () => {
  expect(await claim('before', 'anna', 0, 1000)).toBe(true);
  expect(await claim('after', 'anna', 2000, 2600)).toBe(true);
  expect(await claim('elsewhere', 'bruno', 1000, 2000)).toBe(true);
});

test('a claim cannot be moved onto another one', async () => {
  const { database } = made;
  const { claims } = database.tables;
  const { eq } = await import('drizzle-orm');
  const moved = database.write(async (tx) => void (await tx.update(claims).set({ startsAt: 900, endsAt: 1500 }).where(eq(claims.id, 'after'))));
  await expect(moved).rejects.toSatisfy(isClaimConflict);
});

test('what happened can be neither changed nor deleted', async () => {
  const { database } = made;
  const { events } = database.tables;
  const event = { id: 'e', at: 1, kind: 'held', actor: 'citizen', appointmentId: 'a', serviceId: 's', channel: 'video', officeId: 'o', municipalityId: 'm' } as const;
  await database.write(async (tx) => void (await tx.insert(events).values(event)));
  await expect(database.write(async (tx) => void (await tx.update(events).set({ at: 2 })))).rejects.toThrow();
  await expect(database.write(async (tx) => void (await tx.delete(events)))).rejects.toThrow();
  expect(await database.read.select().from(events)).toHaveLength(1);
});

test('a write inside a write throws instead of waiting for itself', async () => {
  const { database } = made;
  await expect(database.write(() => database.write(async () => 1))).rejects.toThrow('A write inside a write');
});
