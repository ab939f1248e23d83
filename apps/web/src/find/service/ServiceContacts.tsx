import type { Office, ServicePage } from '@sportello/contract';
import { find } from '../../messages/find.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { paths } from '../../paths.ts';
import { ContactLines } from '../ContactLines.tsx';

interface Props {
  readonly office: Office | undefined;
  readonly contacts: ServicePage['contacts'];
}

export function ServiceContacts({ office, contacts }: Props) {
  const { service: texts } = useMessages(find);
  return (
    <div data-element="service-area">
      {office && (
        <p>
          {texts.area}: <a href={paths.office(office.slug)}>{office.name}</a>
        </p>
      )}
      <ContactLines {...contacts} />
    </div>
  );
}
