import type { Office, ServiceItem } from '@sportello/contract';
import { ServiceGrid } from '../ServiceGrid.tsx';
import { byOffice } from './filter.ts';

export function ServicesByOffice({ services, offices }: { readonly services: readonly ServiceItem[]; readonly offices: readonly Office[] }) {
  return byOffice(services, offices).map((group) => (
    <section className="mt-5" key={group.office.id} aria-labelledby={group.office.slug}>
      <h2 id={group.office.slug}>{group.office.name}</h2>
      <ServiceGrid services={group.services} />
    </section>
  ));
}
