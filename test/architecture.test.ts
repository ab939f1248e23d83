// Rules about the code, kept by a test because no compiler knows them. The table of folders is in architecture/layers.ts.
// Every rule is also shown a snippet that breaks it, so that a rule which has gone blind is noticed.
import { describe, expect, test } from 'vitest';
import { repositoryFiles } from './architecture/files.ts';
import { LAYERS } from './architecture/layers.ts';
import {
  everyFolderHasARow,
  importsFollowTheTable,
  noPlaceIsNamed,
  noTestIsLeftOut,
  nothingIsLeftToChance,
  oneReaderOfTheClock,
  oneReaderOfTheEnvironment,
  packagesAreDeclared,
  queriesStayAtHome,
  type Rule,
} from './architecture/rules.ts';

const API = 'apps/api/src';
const WEB = 'apps/web/src';
const manifest = (folder: string, content: object) => ({ path: `${folder}/package.json`, text: JSON.stringify(content) });
const code = (path: string, text: string) => ({ path, text });
const importing = (path: string, from: string) => code(path, `import { x } from '${from}';`);

interface Case {
  says: string;
  rule: Rule;
  broken: ReturnType<typeof code>[][];
  fine: ReturnType<typeof code>[][];
}

const RULES: Case[] = [
  {
    says: 'every file imports only what its folder may',
    rule: importsFollowTheTable,
    broken: [
      [importing('packages/contract/src/slot.ts', 'luxon')],
      [importing('packages/contract/src/slot.ts', '../../scheduling/src/index.ts')],
      [importing('packages/scheduling/src/day.ts', 'node:fs')],
      [importing('packages/scheduling/src/day.ts', 'fs')],
      [importing('packages/scheduling/src/day.ts', 'tsx')],
      [importing('packages/scheduling/src/day.ts', '@sportello/contract')],
      [importing(`${API}/http/session.ts`, '../identity/sign-in.ts')],
      [importing(`${API}/database/open.ts`, '../appointments/hold.ts')],
      [importing(`${API}/desk/today.ts`, '../app.ts')],
      [importing(`${API}/desk/today.ts`, '../config.ts')],
      [importing(`${API}/app.ts`, './main.ts')],
      [code(`${API}/http/late.ts`, `const late = await import('../desk/today.ts');`)],
      [code(`${API}/http/types.ts`, `export type { Staff } from '../identity/staff.ts';`)],
      [code(`${API}/http/types.ts`, `type Staff = import('../identity/staff.ts').Staff;`)],
      [importing(`${WEB}/book/Slots.tsx`, '@sportello/scheduling')],
      [importing(`${WEB}/book/Slots.tsx`, '../../../api/src/app.ts')],
      [importing(`${WEB}/ui/Button.tsx`, 'react-router')],
      [importing(`${WEB}/ui/Button.tsx`, '@tanstack/react-query')],
      [importing(`${WEB}/ui/Button.tsx`, '../api.ts')],
      [importing('e2e/book.spec.ts', '../apps/api/src/app.ts')],
    ],
    fine: [
      [importing('packages/contract/src/slot.ts', 'typebox')],
      [importing('packages/contract/src/slot.ts', './schemas/common.ts')],
      [importing('packages/contract/src/slot.test.ts', 'fast-check')],
      [importing('packages/scheduling/src/cases/command.ts', 'node:fs')],
      [importing(`${API}/desk/today.ts`, '../appointments/move.ts')],
      [importing(`${API}/desk/today.ts`, '../http/problems.ts')],
      [importing(`${API}/desk/today.test.ts`, '../app.ts')],
      [importing(`${API}/main.ts`, './notifications/worker.ts')],
      [importing(`${WEB}/book/Slots.tsx`, '@sportello/contract')],
      [importing(`${WEB}/desk/hours/Preview.tsx`, '@sportello/scheduling')],
      [importing(`${WEB}/ui/Button.tsx`, 'react')],
    ],
  },
  {
    says: 'every folder of the API has a row in the table',
    rule: everyFolderHasARow,
    broken: [[code(`${API}/payments/pay.ts`, '')], [code(`${API}/stray.ts`, '')]],
    fine: [[code(`${API}/desk/today.ts`, ''), code(`${API}/app.ts`, ''), code(`${API}/app.test.ts`, '')]],
  },
  {
    says: 'a feature asks another by its verbs, not by its queries',
    rule: queriesStayAtHome,
    broken: [[importing(`${API}/desk/today.ts`, '../appointments/queries.ts')], [importing(`${API}/desk/today.ts`, '../calendars/rule-queries.ts')]],
    fine: [[importing(`${API}/desk/today.ts`, './queries.ts')], [importing(`${API}/desk/board/today.ts`, '../queries.ts')], [importing(`${API}/desk/today.ts`, '../appointments/move.ts')]],
  },
  {
    says: 'every package is declared where it is used',
    rule: packagesAreDeclared,
    broken: [
      [manifest('.', {}), manifest('apps/api', {}), importing(`${API}/a.ts`, 'luxon')],
      [manifest('.', {}), manifest('apps/api', { devDependencies: { luxon: '3' } }), importing(`${API}/a.ts`, 'luxon')],
      [manifest('.', {}), manifest('apps/api', { dependencies: { luxon: '3' } }), importing(`${WEB}/a.ts`, 'luxon')],
    ],
    fine: [
      [manifest('.', {}), manifest('apps/api', { dependencies: { luxon: '3' } }), importing(`${API}/a.ts`, 'luxon')],
      [manifest('.', { devDependencies: { vitest: '5' } }), manifest('apps/api', {}), importing(`${API}/a.test.ts`, 'vitest')],
      [manifest('.', {}), manifest('apps/api', { devDependencies: { '@types/pg': '8' } }), code(`${API}/a.ts`, `import type { Pool } from 'pg';`)],
      [manifest('.', {}), manifest('apps/api', {}), importing(`${API}/a.ts`, 'node:fs')],
    ],
  },
  {
    says: 'only config.ts reads the environment of the API',
    rule: oneReaderOfTheEnvironment,
    broken: [[code(`${API}/http/limits.ts`, 'const port = process.env.PORT;')], [code(`${API}/main.ts`, 'toConfig(process.env);')]],
    fine: [[code(`${API}/config.ts`, 'const port = process.env.PORT;')], [code(`${API}/http/limits.ts`, '// never process.env')]],
  },
  {
    says: 'the system clock is read in one file per app',
    rule: oneReaderOfTheClock,
    broken: ['Date.now()', 'new Date()', 'new Date', 'performance.now()', 'DateTime.now()', 'DateTime.utc()', 'setInterval(Date.now, 1)', 'process.hrtime.bigint()'].map((text) => [
      code(`${API}/desk/today.ts`, `x = ${text};`),
    ]),
    fine: [
      [code(`${API}/clock.ts`, 'x = Date.now();')],
      [code(`${API}/desk/today.ts`, 'x = new Date(at); y = DateTime.utc(2026, 12, 3); z = clock.now();')],
      [code(`${API}/desk/today.ts`, '// not Date.now()\nx = "new Date()";')],
      [code('apps/api/bench/slots.bench.ts', 'x = performance.now();')],
    ],
  },
  {
    says: 'nothing is left to chance',
    rule: nothingIsLeftToChance,
    broken: [[code(`${API}/desk/code.ts`, 'x = Math.random();')], [code(`${API}/desk/code.test.ts`, 'x = Math.random();')]],
    fine: [[code(`${API}/desk/code.ts`, 'x = randomInt(10); // not Math.random')]],
  },
  {
    says: 'no test is left out',
    rule: noTestIsLeftOut,
    broken: ['test.only("x", f)', 'it.skip("x", f)', 'describe.skip("x", f)', 'test.describe.only("x", f)', 'test.each([1]).only("x", f)', 'test.skip()'].map((text) => [code('a.test.ts', text)]),
    fine: [[code('a.test.ts', 'test.runIf(process.env.PROVE)("x", f); rows.skip(3); test("x", f);')]],
  },
  {
    says: 'no file names a place that exists on one machine or network only',
    rule: noPlaceIsNamed,
    broken: [
      ['https:/', 'registry.example.org/typebox'].join('/'),
      ['see registry.npm', 'js.org'].join(''),
      `cd ${['', 'work', 'main'].join('/')}`,
      `"${['', 'home', 'anna', 'sportello'].join('/')}"`,
      ['', 'root', '.npmrc'].join('/'),
    ].map((text) => [code('docs/a.md', text)]),
    fine: [[code('docs/a.md', 'Homework: see docs/work/plan.md, https://example.org/work/home, ./work/x and the registry of the union.')]],
  },
];

const files = repositoryFiles();

describe.each(RULES)('$says', ({ rule, broken, fine }) => {
  test('holds in this repository', () => {
    expect(rule(files)).toEqual([]);
  });

  test('notices every snippet that breaks it', () => {
    expect(broken.filter((snippet) => rule(snippet).length === 0)).toEqual([]);
  });

  test('leaves alone what is fine', () => {
    expect(fine.flatMap((snippet) => rule(snippet))).toEqual([]);
  });
});

test('the table says why, once per folder', () => {
  const folders = LAYERS.map(({ folder }) => folder);
  expect(folders).toEqual([...new Set(folders)]);
  expect(LAYERS.filter(({ why }) => why.length < 20)).toEqual([]);
});

test('the rules see the repository', () => {
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['package.json', 'pnpm-lock.yaml', 'packages/contract/src/index.ts', 'test/architecture.test.ts']));
});
