import { notOpen } from '../messages/not-open.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { useUnion } from '../union.ts';
import { formatPhone } from '../format/phone.ts';
import { PageHead } from './PageHead.tsx';

/** Before the first service is public: what this is going to be, and how to reach the office meanwhile. */
export function NotOpenPage() {
  const texts = useMessages(notOpen);
  const union = useUnion();
  const contacts = [union?.phone && { href: `tel:${union.phone}`, text: formatPhone(union.phone) }, union?.email && { href: `mailto:${union.email}`, text: union.email }].filter((one) => one !== undefined && one !== '' && one !== null);
  return (
    <div className="container page-body">
      <PageHead title={texts.title} lead={texts.lead} />
      <p>{texts.what}</p>
      {contacts.length > 0 && (
        <>
          <p>{texts.meanwhile}</p>
          <ul>
            {contacts.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/unione">{texts.staff}</a>
      </p>
    </div>
  );
}
