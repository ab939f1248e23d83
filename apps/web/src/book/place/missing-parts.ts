import type { ChoicePart, Chosen } from '../resolve-choice.ts';

/** With whom is asked later, beside the times, and anybody will do. */
type NeededPart = Exclude<ChoicePart, 'operator'>;

/** What must still be chosen, in the order of the form. What depends on a choice is asked only after it. */
export function missingParts({ municipality, office, service, way, place }: Pick<Chosen, 'municipality' | 'office' | 'service' | 'way' | 'place'>): NeededPart[] {
  const isMissing: Readonly<Record<NeededPart, boolean>> = {
    municipality: !municipality,
    office: !office,
    service: Boolean(office && !service),
    channel: Boolean(service && !way),
    place: way?.channel === 'desk' && !place,
  };
  return (Object.keys(isMissing) as NeededPart[]).filter((part) => isMissing[part]); // its own keys
}
