// Begins to write a database anew, says so in the middle of it, and never goes on: whoever started it kills it.
import { rewriteWhole } from '../src/database/whole/rewrite.ts';

const [location, migration] = JSON.parse(process.argv[2] ?? '[]') as [Parameters<typeof rewriteWhole>[0], string];
await rewriteWhole(location, { migration, replace: true }, async ({ insert }) => {
  const columns = [{ name: 'key', type: 'text' }, { name: 'value', type: 'text' }] as const;
  await insert({ name: 'installation', columns }, [['half', 'done']]);
  process.stdout.write('in the middle\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
