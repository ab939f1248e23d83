import type { ChoicePart, Chosen } from '../resolve-choice.ts';

/** What must still be chosen, in the order of the form. What depends on a choice is asked only after it. */
export function missingParts({ municipality, office, service, way, place }: Pick<Chosen, 'municipality' | 'office' | 'service' | 'way' | 'place'>): ChoicePart[] {
  const isMissing: Readonly<Record<ChoicePart, boolean>> = {
    municipality: !municipality,
    office: !office,
    service: Boolean(office && !service),
    channel: Boolean(service && !way),
    place: way?.channel === 'desk' && !place,
  };
  return (Object.keys(isMissing) as ChoicePart[]).filter((part) => isMissing[part]); // its own keys
}
