import type { Appointment } from '@sportello/contract';
import { formatPhone } from '../format/phone.ts';
import { useUnion } from '../union.ts';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  readonly office: Appointment['office'];
  /** What stands before the number. */
  readonly before?: string;
}

/** The number of the office, ready for a thumb. */
export function OfficePhone({ office, before }: Props) {
  const phone = usePhoneOf(office);
  if (!phone) return null;
  return (
    <p className="phone-line office-phone">
      {before}{' '}
      <a className="phone-number" href={`tel:${phone}`}>
        <Icon name="telephone" size="sm" color="primary" />
        {formatPhone(phone)}
      </a>
    </p>
  );
}

/** An office without a number of its own answers at that of the union. */
export function usePhoneOf(office: Appointment['office']): string {
  const union = useUnion();
  return office.phone || (union?.phone ?? '');
}
