import { manage } from '../../messages/manage.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PageHead } from '../../shell/PageHead.tsx';
import { LinkRequest } from './LinkRequest.tsx';

/** The way back for who lost the link. */
export function FindAppointmentPage() {
  const { title, findLink } = useMessages(manage);
  return (
    <div className="container page-body">
      <PageHead title={title} lead={findLink.lead} />
      <LinkRequest />
    </div>
  );
}
