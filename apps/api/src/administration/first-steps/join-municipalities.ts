import { type ContentOf, type JoiningComuni, slugOf } from '@sportello/contract';
import { isUniqueViolation } from '../../database/database.ts';
import { newId } from '../../database/id.ts';
import { type DirectoryRows, readDirectoryRows } from '../../directory/read-rows.ts';
import { type FieldProblem, problem, type Said } from '../../http/problems.ts';
import { actorOf, type StaffMember } from '../../identity/staff-member.ts';
import { carryOut, lockDirectory, type Wish } from '../carry-out.ts';
import type { AdministrationDeps } from '../deps.ts';
import { type Comune, type ItalianComuni, italianComuni } from '../italian-comuni/list.ts';
import { recordsIn } from '../records/kinds.ts';
import { revisionOf } from '../versions.ts';

type Content = ContentOf<'municipality'>;

/**
 * Comuni of the list join the union, in one write. One that is a member on the first day stays as it is, one that had left comes
 * back, the others are new. Answers with the ids, in the order asked. Throws `validation` (a code that is not in the list, or twice).
 */
export async function joinMunicipalities({ database, clock }: AdministrationDeps, by: StaffMember, { items, first_day }: JoiningComuni): Promise<string[]> {
  const comuni = comuniOf(await italianComuni(), items);
  const now = clock.now();
  try {
    return await database.write(async (tx) => {
      const { tables } = database;
      await lockDirectory(tx, tables);
      const wanted = wishesFor(comuni, await readDirectoryRows({ read: tx, tables }), first_day);
      for (const { id, content, isKnown } of wanted) {
        if (!content) continue;
        const name = { kind: 'municipality', id, content } as const;
        const wish: Wish = isKnown ? { ...name, does: 'change', revision: await revisionOf(tx, tables, name) } : { ...name, does: 'create' };
        await carryOut(tx, tables, wish, { by: actorOf(by), now });
      }
      return wanted.map(({ id }) => id);
    });
  } catch (error) {
    // Somebody else wrote one of them by hand in the same moment.
    if (isUniqueViolation(error)) throw problem('changed-meanwhile');
    throw error;
  }
}

interface Joining extends Comune {
  readonly postalCode: string;
}

function comuniOf({ comuni }: ItalianComuni, items: JoiningComuni['items']): Joining[] {
  const errors = items.flatMap<FieldProblem>(({ istat_code }, index) => {
    const field = `/items/${index}/istat_code`;
    if (!comuni.has(istat_code)) return [{ field, detail: say.unknown }];
    return items.findIndex((other) => other.istat_code === istat_code) < index ? [{ field, detail: say.twice }] : [];
  });
  if (errors.length > 0) throw problem('validation', { errors });
  return items.flatMap(({ istat_code, postal_code }) => {
    const comune = comuni.get(istat_code);
    return comune ? [{ ...comune, postalCode: postal_code }] : [];
  });
}

interface Wanted {
  readonly id: string;
  readonly isKnown: boolean;
  /** null: it is a member already. */
  readonly content: Content | null;
}

function wishesFor(comuni: readonly Joining[], rows: DirectoryRows, firstDay: string): Wanted[] {
  const slugs = new Set(rows.municipalities.map(({ slug }) => slug));
  return comuni.map((comune) => {
    const known = rows.municipalities.find(({ istatCode }) => istatCode === comune.istatCode);
    if (known) return { id: known.id, isKnown: true, content: comeBack(recordsIn(rows, 'municipality').get(known.id)?.content as Content, firstDay) };
    const slug = freeSlug(comune, slugs);
    slugs.add(slug);
    return { id: newId(), isKnown: false, content: newMember(comune, slug, firstDay) };
  });
}

/** A member again from the day on; null where it is one then, or will be. */
function comeBack(content: Content, firstDay: string): Content | null {
  const { memberships } = content;
  if (memberships.some(({ last_day }) => last_day === undefined || last_day >= firstDay)) return null;
  return { ...content, memberships: [...memberships, { first_day: firstDay }] };
}

function newMember({ istatCode, cadastralCode, name, province, postalCode }: Joining, slug: string, firstDay: string): Content {
  return { kind: 'municipality', slug, name, istat_code: istatCode, cadastral_code: cadastralCode, postal_code: postalCode, province, memberships: [{ first_day: firstDay }] };
}

/** Some comuni share a name: theirs tells the province too. */
function freeSlug({ name, province, istatCode }: Comune, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  return [slug, `${slug}-${province.toLowerCase()}`].find((one) => !taken.has(one)) ?? `${slug}-${istatCode}`;
}

const say = {
  unknown: { it: 'Non è nell’elenco dei comuni.', en: 'It is not in the list of comuni.' },
  twice: { it: 'È già tra quelli scelti.', en: 'It is among the chosen ones already.' },
} as const satisfies Record<string, Said>;
