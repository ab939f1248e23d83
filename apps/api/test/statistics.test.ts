import type { OpenStatistics, Statistics } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarStore } from '../src/calendars/calendar-store.ts';
import { readSimulation } from '../src/cli/simulate/read-simulation.ts';
import { simulate } from '../src/cli/simulate/simulate.ts';
import { directoryStore } from '../src/directory/store.ts';
import { sampleOffer } from '../src/statistics/sample-offer.ts';
import { openBeside, openDesk, openEmptyDesk, testSecrets } from './app.ts';
import { citizenOf, got } from './citizen.ts';
import { expectProblem } from './expect-problem.ts';
import { addMember, askAs, signedIn } from './staff-app.ts';
import { expectRecounted, livedThrough, spanOf } from './statistics-month.ts';

// Figures that somebody else can count again: by SQL over the log, after a desk has lived for a while. Under `npm run prove` a whole month.

const size = process.env['PROVE'] ? { appointments: 10_000, days: 30 } : { appointments: 300, days: 14 };

let lived: Awaited<ReturnType<typeof livedThrough>>;

beforeAll(async () => {
  const started = Date.now();
  lived = await livedThrough(size);
  if (process.env['PROVE']) process.stdout.write(`${lived.desk.database.kind}: ${lived.simulated.booked} appointments in ${Math.round((Date.now() - started) / 1000)} s\n`);
}, 1_800_000);
afterAll(() => lived.close());

function lineOf(groups: Statistics['groups'], wanted: string): Statistics['groups'][number] {
  const found = groups.find(({ key }) => key === wanted);
  if (!found) throw new Error(`no line ${wanted}`);
  return found;
}

describe('the figures equal a recount of the log', () => {
  test('and a desk that lives for a while has something of everything', async () => {
    const { total } = await lived.statistics();
    expect(lived.simulated.booked).toBeGreaterThan(size.appointments * 0.9);
    for (const name of ['booked_by_citizen', 'booked_by_desk', 'walk_ins', 'served', 'missed', 'moved_by_citizen', 'cancelled'] as const) expect(total[name], name).toBeGreaterThan(0);
    expect(total.waiting.known).toBeGreaterThan(0);
    expect(total.offer?.sampled_days).toBe(size.days);
    expect(total.offer?.free_starts).toBeGreaterThan(0);
  });

  test('in all, and by channel, office, comune and service', async () => {
    const span = spanOf(lived.period);
    for (const grouping of ['channel', 'office', 'municipality', 'service'] as const) {
      const { total, groups } = await lived.statistics({ group_by: grouping });
      await expectRecounted(lived.recount, total, span, 'total');
      const column = grouping === 'channel' ? 'channel' : `${grouping}_id`;
      for (const { key, figures } of groups) await expectRecounted(lived.recount, figures, { ...span, where: `${column} = '${key}'` }, `${grouping} ${key}`);
      expect(groups.length).toBeGreaterThan(1);
      expect(groups.reduce((sum, { figures }) => sum + figures.booked, 0)).toBe(total.booked);
      expect(groups.reduce((sum, { figures }) => sum + figures.served, 0)).toBe(total.served);
    }
  });

  test('day by day, week by week and hour by hour', async () => {
    const { groups } = await lived.statistics({ group_by: 'day' });
    expect(groups.map(({ key }) => key)).toHaveLength(size.days);
    for (const { key, figures } of groups.slice(0, 10)) await expectRecounted(lived.recount, figures, spanOf({ from: key, to: key }), key);
    const weeks = (await lived.statistics({ group_by: 'week' })).groups;
    expect(weeks[0]?.key).toBe('2026-11-02');
    await expectRecounted(lived.recount, lineOf(weeks, '2026-11-02').figures, spanOf({ from: '2026-11-02', to: '2026-11-08' }), 'first week');
    const { recount } = lived;
    const { from, before } = spanOf(lived.period);
    for (const { key, figures } of (await lived.statistics({ group_by: 'hour' })).groups) {
      const booked = await recount.count(`select count(*) as n from events where kind in ('confirmed', 'requested') and ${recount.ms('at')} >= ${from} and ${recount.ms('at')} < ${before} and ${recount.winterHour('at')} = ${key}`);
      expect([key, figures.booked]).toEqual([key, booked]);
    }
  });

  test('every day of a period has its line, and the next day is not in', async () => {
    const { groups } = await lived.statistics({ from: '2026-11-03', to: '2026-11-04' });
    expect(groups.map(({ key }) => key)).toEqual(['2026-11-03', '2026-11-04']);
  });

  test('with filters, one and several', async () => {
    const { groups } = await lived.statistics({ group_by: 'office' });
    const office = groups.toSorted((one, other) => other.figures.booked - one.figures.booked)[0]?.key ?? '';
    const video = await lived.statistics({ channel: 'video' });
    await expectRecounted(lived.recount, video.total, { ...spanOf(lived.period), where: `channel = 'video'` }, 'video');
    const both = await lived.statistics({ channel: 'desk', office_id: office, group_by: 'service' });
    await expectRecounted(lived.recount, both.total, { ...spanOf(lived.period), where: `channel = 'desk' and office_id = '${office}'` }, 'desk of an office');
    expect(both.total.booked).toBeLessThan((await lived.statistics()).total.booked);
  });

  test('the period before is counted like the period itself', async () => {
    const later = await lived.statistics({ from: '2026-11-09', to: '2026-11-15' });
    expect(later.period_before).toEqual({ from: '2026-11-02', to: '2026-11-08' });
    await expectRecounted(lived.recount, later.total_before, spanOf({ from: '2026-11-02', to: '2026-11-08' }), 'before');
    await expectRecounted(lived.recount, lineOf(later.groups, '2026-11-10').before, spanOf({ from: '2026-11-03', to: '2026-11-03' }), 'the Tuesday before');
  });

  test('and the appointments as they stand say the same', async () => {
    const { recount } = lived;
    const period = { from: '2026-11-02', to: '2026-11-15' };
    const { from, before } = spanOf(period);
    const { total } = await lived.statistics(period);
    const stand = (condition: string, column = 'starts_at') => recount.count(`select count(*) as n from appointments where ${condition} and ${recount.ms(column)} >= ${from} and ${recount.ms(column)} < ${before}`);
    expect(total.served).toBe((await stand(`state = 'served'`)) + (await stand(`state = 'served' and starts_at is null`, 'ended_at')));
    expect(total.missed).toBe(await stand(`state = 'missed'`));
    expect(total.cancelled).toBe(await stand(`state = 'cancelled'`, 'changed_at'));
    expect(total.booked).toBe(await stand('true', 'confirmed_at'));
  });

  test('ratings and what was offered too', async () => {
    const { recount } = lived;
    const { from, before } = spanOf(lived.period);
    const { total, groups } = await lived.statistics({ group_by: 'service' });
    const rated = (more = '1 = 1') => recount.count(`select count(*) as n from ratings where subject = 'service' and ${recount.ms('created_at')} >= ${from} and ${recount.ms('created_at')} < ${before} and ${more}`);
    expect(total.ratings?.count).toBe(await rated());
    expect(total.ratings?.count).toBeGreaterThan(0);
    for (const { key, figures } of groups) expect(figures.ratings?.count).toBe(await rated(`service_id = '${key}'`));
    const days = await recount.count(`select count(*) as n from offer_days where day between '${lived.period.from}' and '${lived.period.to}'`);
    const starts = await recount.count(`select sum(free_starts) as n from offer_samples where day between '${lived.period.from}' and '${lived.period.to}'`);
    expect(total.offer).toMatchObject({ sampled_days: days, unsampled_days: 0, free_starts: Math.round((starts / days) * 10) / 10 });
    const byMunicipality = await lived.statistics({ group_by: 'municipality' });
    expect(byMunicipality.groups.every(({ figures }) => figures.offer === null && figures.ratings === null)).toBe(true);
  });
});

describe('the table', () => {
  test('is exactly what is shown', async () => {
    for (const grouping of ['day', 'service', 'hour'] as const) {
      const shown = await lived.statistics({ group_by: grouping });
      const answer = await lived.ask({ group_by: grouping }, '/table');
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
      expect(answer.headers['content-disposition']).toContain(`statistiche-${lived.period.from}-${lived.period.to}-${grouping}.csv`);
      expect(answer.body.startsWith('\uFEFFGruppo;Codice;Periodo;')).toBe(true);
      const [header = [], ...lines] = readTable(answer.body);
      const values = lines.map((line) => line.slice(5).map((cell) => (cell === '' ? null : Number(cell.replace(',', '.')))));
      expect(header.slice(5)).toHaveLength(allFigures(shown.total).length);
      expect(values).toEqual([shown.total, shown.total_before, ...shown.groups.flatMap(({ figures, before }) => [figures, before])].map(allFigures));
      expect(lines.slice(2).map(([, key]) => key)).toEqual(shown.groups.flatMap(({ key }) => [key, key]));
    }
  });

  test('runs no formula that somebody put into a name', async () => {
    const { desk } = lived;
    const { services } = desk.database.tables;
    const [service] = (await lived.statistics({ group_by: 'service' })).groups;
    const [row] = await desk.database.read.select().from(services).where(eq(services.id, service?.key ?? ''));
    if (!row) throw new Error('no service in the figures');
    const rename = (name: typeof services.$inferSelect.name) => desk.change((tx) => tx.update(services).set({ name }).where(eq(services.id, row.id)));
    await rename({ it: '=HYPERLINK("http://example.org";"paga qui")', en: '' });
    const names = readTable((await lived.ask({ group_by: 'service' }, '/table')).body).map(([name]) => name);
    await rename(row.name);
    expect(names).toContain(`'=HYPERLINK("http://example.org";"paga qui")`);
    expect(names.every((name) => !/^[=+\-@]/.test(name ?? ''))).toBe(true);
  });
});

describe('a question', () => {
  test('that cannot be meant is refused on its field', async () => {
    expectProblem(await lived.ask({ from: '2026-11-10', to: '2026-11-09' }), 'validation');
    expectProblem(await lived.ask({ from: '2025-01-01', to: '2026-11-09' }), 'validation');
    expectProblem(await lived.ask({ service_id: 'nobody' }), 'validation');
    expectProblem(await lived.ask({ group_by: 'moon' }), 'validation');
  });

  test('is answered to managers, administrators and auditors', async () => {
    for (const [role, status] of [['operator', 403], ['manager', 200], ['admin', 200], ['auditor', 200]] as const) {
      const { cookie } = await signedIn(lived.desk, await addMember(lived.desk, { role }));
      expect((await askAs(lived.desk, cookie, 'GET', '/staff/statistics?from=2026-11-02&to=2026-11-03')).statusCode, role).toBe(status);
    }
  });
});

describe('open data', () => {
  test('tells nothing of one to four, nor what would tell it', async () => {
    const open = async (groupBy: string) => got<OpenStatistics>(await lived.desk.app.inject(`/api/v1/statistics?group_by=${groupBy}`), 200);
    const period = { from: '2025-12-01', to: '2026-11-30' };
    for (const groupBy of ['service', 'municipality', 'channel', 'office', 'month'] as const) {
      const seen = await open(groupBy);
      const { total, groups } = await lived.statistics({ ...period, group_by: groupBy });
      expect(seen).toMatchObject({ period, licence: { name: 'CC BY 4.0' } });
      expect(seen.groups.map(({ key }) => key)).toEqual(groups.map(({ key }) => key));
      for (const name of ['booked', 'served', 'missed', 'cancelled'] as const) {
        const told = seen.groups.map(({ figures }) => figures[name]);
        const hidden = groups.filter((_, index) => told[index] === null).map(({ figures }) => figures[name]);
        expect(told.every((value, index) => value === null || value === groups[index]?.figures[name])).toBe(true);
        expect(told.every((value) => value === null || value === 0 || value >= 5)).toBe(true);
        expect(hidden).not.toContain(0);
        const sum = hidden.reduce((all, value) => all + value, 0);
        expect(hidden.length === 0 || hidden.length === groups.length || (hidden.length > 1 && sum >= 5), `${groupBy} ${name}`).toBe(true);
        expect(seen.total[name]).toBe(total[name] > 0 && total[name] < 5 ? null : total[name]);
      }
    }
    expect((await open('month')).groups.some(({ figures }) => figures.booked === null)).toBe(true);
    expect(JSON.stringify(await open('service'))).not.toContain('"ratings"');
  });

  test('comes as a table that says its licence', async () => {
    const answer = await lived.desk.app.inject('/api/v1/statistics.csv?group_by=month');
    expect(answer.headers['link']).toBe('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
    const [header, ...lines] = readTable(answer.body);
    expect(header).toEqual(expect.arrayContaining(['Titolare', 'Licenza']));
    expect(lines.every((line) => line.at(-1) === 'CC BY 4.0 https://creativecommons.org/licenses/by/4.0/')).toBe(true);
    expect(lines.flat()).toContain('n.d.');
  });
});

describe('what is free', () => {
  test('is sampled once a day, whichever process looks, and a day without a sample is said to be one', async () => {
    const desk = await openEmptyDesk();
    const beside = await openBeside(desk);
    try {
      const depsOf = ({ database }: typeof desk) => ({ database, clock: desk.clock, directory: directoryStore(database, desk.clock), calendars: calendarStore({ database, clock: desk.clock }) });
      const [one, other] = [depsOf(desk), depsOf(beside)];
      expect((await Promise.all([sampleOffer(one), sampleOffer(other)])).filter(Boolean)).toHaveLength(1);
      expect(await sampleOffer(other)).toBe(false);
      desk.clock.pass(2 * 24 * 60);
      expect(await sampleOffer(other)).toBe(true);
      const { cookie } = await signedIn(desk, await addMember(desk, { role: 'admin' }));
      const { total, groups } = got<Statistics>(await askAs(desk, cookie, 'GET', '/staff/statistics?from=2026-12-01&to=2026-12-31'), 200);
      expect(total.offer).toMatchObject({ sampled_days: 2, unsampled_days: 1 });
      expect(groups.slice(0, 3).map(({ figures }) => figures.offer?.sampled_days)).toEqual([1, 0, 1]);
      expect(groups[1]?.figures.offer).toMatchObject({ unsampled_days: 1, free_starts: null, days_to_first: null });
      expect(groups[5]?.figures.offer).toMatchObject({ sampled_days: 0, unsampled_days: 0 }); // days to come
      const { offerSamples } = desk.database.tables;
      await expect(desk.database.write((tx) => tx.update(offerSamples).set({ freeStarts: 0 }))).rejects.toThrow();
      await expect(desk.database.write((tx) => tx.delete(offerSamples))).rejects.toThrow();
    } finally {
      await beside.close();
      await desk.close();
    }
  });

  test('is what citizens are offered at that time', async () => {
    const desk = await openEmptyDesk();
    try {
      await sampleOffer({ database: desk.database, clock: desk.clock, directory: directoryStore(desk.database, desk.clock), calendars: calendarStore({ database: desk.database, clock: desk.clock }) });
      const citizen = citizenOf(desk);
      const wanted = await citizen.wanted();
      const offered = [...(await citizen.slots(wanted, '2026-12-01', '2026-12-31')).items, ...(await citizen.slots(wanted, '2027-01-01', '2027-01-31')).items];
      const { offerSamples } = desk.database.tables;
      const samples = await desk.database.read.select().from(offerSamples).where(eq(offerSamples.serviceId, wanted.service_id));
      const sample = samples.find(({ channel }) => channel === wanted.channel);
      expect(sample?.freeStarts).toBe(offered.length);
      expect(sample?.firstStartsAt).toBe(Date.parse(offered[0]?.starts_at ?? ''));
      expect(sample?.thirdStartsAt).toBe(Date.parse(offered[2]?.starts_at ?? ''));
    } finally {
      await desk.close();
    }
  });
});

describe('a simulation', () => {
  test('with the same seed gives the same figures, with another one others', async () => {
    const figuresWith = async (seed: number) => {
      const small = await livedThrough({ appointments: 20, days: 3, seed });
      const { total, groups } = await small.statistics({ group_by: 'day' });
      await small.close();
      return { total, groups };
    };
    const [first, again, other] = [await figuresWith(3), await figuresWith(3), await figuresWith(4)];
    expect(again).toEqual(first);
    expect(other.groups).not.toEqual(first.groups);
  }, 300_000);

  test('is refused where the desk is a real one', async () => {
    const desk = await openDesk({ demo: false });
    await expect(simulate({ database: desk.database, secrets: testSecrets }, { seed: 1, from: '2026-11-02', days: 1, appointments: 1 })).rejects.toThrow('Only a demo');
    await desk.close();
  });

  test('sends no message', async () => {
    const { recount } = lived;
    expect(await recount.count(`select count(*) as n from outbox where state <> 'dropped'`)).toBe(0);
    expect(await recount.count(`select count(*) as n from outbox where failure = 'simulated'`)).toBeGreaterThan(0);
  });

  test('reads what was typed, and says what is wrong with it', () => {
    const now = Date.parse('2026-12-01T08:00:00+01:00');
    expect(readSimulation({}, now)).toEqual({ appointments: 1000, days: 30, seed: 1, from: '2026-11-01' });
    expect(readSimulation({ days: '7', from: '2026-11-24' }, now)).toMatchObject({ from: '2026-11-24' });
    expect(readSimulation({ days: '7', from: '2026-11-25' }, now)).toContain('not over yet');
    expect(readSimulation({ appointments: 'many' }, now)).toContain('--appointments');
    expect(readSimulation({ from: 'monday' }, now)).toContain('--from');
  });
});

/** Reads a table as a spreadsheet does: semicolons, quotes doubled. */
function readTable(text: string): string[][] {
  const lines = text.replace(/^\uFEFF/, '').split('\r\n').filter((line) => line !== '');
  return lines.map((line) => [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
}

/** Every figure of an answer, in the order of the contract. */
function allFigures(figures: Statistics['total']): (number | null)[] {
  const shape = (value: unknown, name: string): (number | null)[] => {
    if (value === null && name === 'offer') return Array.from({ length: 7 }, () => null);
    if (value === null && name === 'ratings') return [null, null];
    if (value === null || typeof value === 'number') return [value];
    return Object.entries(value as object).flatMap(([inner, one]) => shape(one, inner));
  };
  return Object.entries(figures).flatMap(([name, value]) => shape(value, name));
}
