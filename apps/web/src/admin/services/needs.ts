/** A calendar that may be needed. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly of: 'operator' | 'thing';
  readonly officeId: string | undefined;
  readonly isArchived: boolean;
}

export type NeedKind = Candidate['of'];

/** Of which kind a row is: that of what stands in it; an empty one is of the kind that was asked for. */
export function kindOfNeed(ids: readonly string[], candidates: readonly Candidate[], asked: NeedKind): NeedKind {
  return candidates.find(({ id }) => ids.includes(id))?.of ?? asked;
}

/** The rows with an empty one: people stand before things. */
export function withNeed(needs: readonly (readonly string[])[], kind: NeedKind, candidates: readonly Candidate[]): (readonly string[])[] {
  if (kind === 'thing') return [...needs, []];
  const firstThing = needs.findIndex((ids) => kindOfNeed(ids, candidates, 'operator') === 'thing');
  return needs.toSpliced(firstThing < 0 ? needs.length : firstThing, 0, []);
}

/** What may stand in a row: what is in no other one, and is used or there already. `own`: of the office of the service, or of none. */
export function choicesFor(row: number, needs: readonly (readonly string[])[], candidates: readonly Candidate[], { kind, officeId }: { readonly kind: NeedKind; readonly officeId: string }): { readonly own: readonly Candidate[]; readonly others: readonly Candidate[] } {
  const chosen = needs[row] ?? [];
  const elsewhere = new Set(needs.flatMap((ids, index) => (index === row ? [] : ids)));
  const open = candidates.filter(({ id, of, isArchived }) => of === kind && !elsewhere.has(id) && (!isArchived || chosen.includes(id)));
  const isOwn = (one: Candidate) => one.officeId === undefined || one.officeId === officeId || chosen.includes(one.id);
  return { own: open.filter(isOwn), others: open.filter((one) => !isOwn(one)) };
}
