import { formatPhone } from '../format/phone.ts';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Phone and e-mail of an office, ready for a thumb. */
export function ContactLines({ phone, email }: { readonly phone: string; readonly email: string }) {
  const { footer } = useMessages(common);
  return (
    <ul className="plain-list">
      {phone && (
        <li>
          <a className="link-row" href={`tel:${phone}`}>
            <Icon name="telephone" size="sm" color="primary" />
            <span>
              {footer.phone}: {formatPhone(phone)}
            </span>
          </a>
        </li>
      )}
      {email && (
        <li>
          <a className="link-row" href={`mailto:${email}`}>
            <Icon name="mail" size="sm" color="primary" />
            <span>
              {footer.email}: {email}
            </span>
          </a>
        </li>
      )}
    </ul>
  );
}
