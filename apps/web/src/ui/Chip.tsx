import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

interface Props {
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly kind?: 'success' | undefined;
}

/** A fact in a word or two. */
export function Chip({ label, icon, kind }: Props) {
  return (
    <span className={`chip chip-simple ${kind ? `chip-${kind}` : ''}`}>
      {icon && <Icon name={icon} />}
      <span className="chip-label">{label}</span>
    </span>
  );
}
