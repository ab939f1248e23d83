import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Card } from '../ui/Card.tsx';
import { ContactPanel } from './ContactPanel.tsx';

/** Says honestly what there is: booking and managing without an account; signing in comes later. */
export function PersonalAreaPage() {
  const { personalArea: texts } = useMessages(help);
  return (
    <>
      <div className="container page-body">
        <PageHead title={texts.title} lead={texts.lead} />
        <h2>{texts.now}</h2>
        <ul className="card-grid mb-5">
          <li>
            <Card title={texts.manage} href={paths.findAppointment()} text={texts.manageText} />
          </li>
          <li>
            <Card title={texts.book} href={paths.book()} text={texts.bookText} />
          </li>
        </ul>
        <Alert kind="info">
          <h2>{texts.later}</h2>
          <p>{texts.laterText}</p>
        </Alert>
      </div>
      <ContactPanel />
    </>
  );
}
