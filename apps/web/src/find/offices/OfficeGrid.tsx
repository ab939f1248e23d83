import type { Office } from '@sportello/contract';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';

export function OfficeGrid({ offices, headingLevel }: { readonly offices: readonly Office[]; readonly headingLevel: 2 | 3 }) {
  return (
    <ul className="card-grid">
      {offices.map(({ id, slug, name, description }) => (
        <li key={id}>
          <Card title={name} href={paths.office(slug)} text={description} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  );
}
