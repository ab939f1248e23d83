import { formatPhone } from '../format/phone.ts';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { useUnion } from '../union.ts';
import { Icon } from '../ui/Icon.tsx';

/** The way out that always works: a person on the phone. Nothing while the number is unknown. */
export function PhoneLine() {
  const { trouble } = useMessages(common);
  const union = useUnion();
  if (!union?.phone) return null;
  return (
    <p className="phone-line">
      {trouble.byPhone}{' '}
      <a className="phone-number" href={`tel:${union.phone}`}>
        <Icon name="telephone" size="sm" color="primary" />
        {formatPhone(union.phone)}
      </a>
    </p>
  );
}
