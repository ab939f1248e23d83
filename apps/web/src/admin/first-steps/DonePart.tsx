import { useAnswer } from '../../api.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { paths } from '../../paths.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Card } from '../../ui/Card.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { recordsOf } from '../records/queries.ts';

/** Citizens can book: where they do, how to try it, and what is useful next. */
export function DonePart({ serviceId }: { readonly serviceId: string }) {
  const { done: texts } = useMessages(firstSteps);
  const { copy } = useMessages(staff);
  const service = useAnswer(recordsOf('service')).items.find(({ id }) => id === serviceId);
  if (!service) return null;
  const { slug } = service.content;
  const { members, mail, privacy, services, backup } = texts.todo;
  const cards = [
    { ...members, href: staffPaths.invite() },
    { ...mail, href: staffPaths.mail() },
    { ...privacy, href: staffPaths.texts() },
    { ...services, href: staffPaths.records('service') },
    { ...backup, href: staffPaths.system() },
  ];
  return (
    <>
      <Alert kind="success">
        <p>{texts.text(service.title)}</p>
      </Alert>
      <CopyField label={texts.address} text={`${location.origin}${paths.service(slug)}`} {...copy} />
      <p className="mt-4">
        <a className="btn btn-primary btn-block-phone" href={paths.book({ service: slug })} target="_blank" rel="noreferrer">
          {texts.try}
        </a>
      </p>
      <p className="form-text">{texts.tryHelp}</p>
      <section className="overview-group">
        <h2>{texts.next}</h2>
        <div className="overview-cards">
          {cards.map((card) => (
            <Card key={card.href} {...card} />
          ))}
        </div>
      </section>
    </>
  );
}
