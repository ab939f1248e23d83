import { formatPhone } from '../format/phone.ts';
import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { useUnion } from '../union.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icons.ts';
import { useLocation } from 'react-router';

interface Props {
  /** Where "book an appointment" leads, when the page is about one service or comune. */
  readonly bookPath?: string | undefined;
}

/** "Contatta il comune", as it stands at the foot of every page of the national model. */
export function ContactPanel({ bookPath = paths.book() }: Props) {
  const { contact } = useMessages(help);
  const { pathname } = useLocation();
  const union = useUnion();
  return (
    <section className="section-muted page-section" aria-labelledby="contact-panel">
      <div className="container">
        <div className="contact-card" data-element="contacts">
          <h2 id="contact-panel">{contact.title}</h2>
          <ul className="plain-list">
            <ContactLink icon="help" href={paths.faq()} label={contact.faq} />
            {union && <ContactLink icon="mail" href={`mailto:${union.email}`} label={contact.assistance} />}
            {union && <ContactLink icon="telephone" href={`tel:${union.phone}`} label={contact.call(formatPhone(union.phone))} />}
            <ContactLink icon="calendar" href={bookPath} label={contact.book} element="appointment-booking" />
          </ul>
          <h2 className="h3 mt-4">{contact.problems}</h2>
          <ul className="plain-list">
            <ContactLink icon="horn" href={paths.report(pathname)} label={contact.report} />
          </ul>
        </div>
      </div>
    </section>
  );
}

function ContactLink({ icon, href, label, element }: { readonly icon: IconName; readonly href: string; readonly label: string; readonly element?: string }) {
  return (
    <li>
      <a className="link-row" href={href} data-element={element}>
        <Icon name={icon} size="sm" color="primary" />
        <span>{label}</span>
      </a>
    </li>
  );
}
