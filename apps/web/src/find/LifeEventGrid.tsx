import type { LifeEvent } from '@sportello/contract';
import { paths } from '../paths.ts';
import { Card } from '../ui/Card.tsx';

interface Props {
  readonly events: readonly LifeEvent[];
  readonly element?: string;
}

export function LifeEventGrid({ events, element }: Props) {
  return (
    <ul className="card-grid">
      {events.map(({ id, slug, name, description }) => (
        <li key={id}>
          <Card title={name} href={paths.lifeEvent(slug)} text={description} element={element} />
        </li>
      ))}
    </ul>
  );
}
