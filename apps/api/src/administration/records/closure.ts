import type { ContentOf } from '@sportello/contract';
import { eq } from 'drizzle-orm';
import type { DirectoryRows } from '../../directory/read-rows.ts';
import { contentOf, type Kind } from './kind.ts';
import { inBothOrNull, saidInTwo } from './in-two.ts';
import { inOrder, naming } from './references.ts';

type Content = ContentOf<'closure'>;

const whichOne = { it: 'Indica quale.', en: 'Say which one.' };
const all = { it: 'La chiusura dell’Unione vale per tutti.', en: 'A closure of the union holds for all.' };
const tooLong = { it: 'Una chiusura dura al massimo un anno.', en: 'A closure lasts a year at most.' };

const longestDays = 366;

/** The rows that a scope chooses from. */
function within(rows: DirectoryRows, scope: Content['scope']): readonly { readonly id: string; readonly name: unknown }[] {
  const lists = { union: [], municipality: rows.municipalities, office: rows.offices, place: rows.places };
  return lists[scope];
}

function nameOf(rows: DirectoryRows, { scope, scope_id }: Content): string {
  const name = within(rows, scope).find(({ id }) => id === scope_id)?.name;
  if (typeof name === 'string') return name;
  return name ? (name as { readonly it: string }).it : (rows.unions[0]?.name ?? '');
}

/** Whole days on which somebody does not receive. */
export const closure: Kind<Content> = {
  read: (rows) =>
    new Map(
      rows.closures
        .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1))
        .map(({ id, scope, scopeId, firstDay, lastDay, closesRemote, reason }) => [
          id,
          { state: 'used', content: contentOf<Content>({ kind: 'closure', scope, scope_id: scopeId, first_day: firstDay, last_day: lastDay, closes_remote: closesRemote, reason: saidInTwo(reason) }) },
        ]),
    ),
  title: (content, rows) => `${nameOf(rows, content)}, ${content.first_day}`,
  references: ({ scope, scope_id }) => (scope === 'union' ? [] : naming(scope, scope_id, '/scope_id')),
  judge({ scope, scope_id, first_day, last_day }) {
    const days = (Date.parse(last_day) - Date.parse(first_day)) / 86_400_000 + 1;
    return [
      ...(scope === 'union' && scope_id !== undefined ? [{ field: '/scope_id', detail: all }] : []),
      ...(scope !== 'union' && scope_id === undefined ? [{ field: '/scope_id', detail: whichOne }] : []),
      ...inOrder({ first_day, last_day }, ''),
      ...(days > longestDays ? [{ field: '/last_day', detail: tooLong }] : []),
    ];
  },
  async write(tx, { closures }, { id, content: { scope, scope_id, first_day, last_day, closes_remote, reason } }) {
    const values = { scope, scopeId: scope_id ?? null, firstDay: first_day, lastDay: last_day, closesRemote: closes_remote, reason: inBothOrNull(reason) };
    await tx.insert(closures).values({ id, ...values }).onConflictDoUpdate({ target: closures.id, set: values });
  },
  async remove(tx, { closures }, id) {
    await tx.delete(closures).where(eq(closures.id, id));
  },
};
