import type { ServiceItem } from '@sportello/contract';
import { ServiceCard } from './ServiceCard.tsx';

export function ServiceGrid({ services }: { readonly services: readonly ServiceItem[] }) {
  return (
    <ul className="card-grid">
      {services.map((service) => (
        <li key={service.id}>
          <ServiceCard service={service} />
        </li>
      ))}
    </ul>
  );
}
