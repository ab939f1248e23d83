import { showSlip, type Slip } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { formatDay, formatHours } from '../../format/dates.ts';
import { formatPhone } from '../../format/phone.ts';
import { common } from '../../messages/common.ts';
import { deskBook } from '../../messages/desk-book.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { UnionLogo } from '../../shell/UnionLogo.tsx';
import { QrCode } from '../../staff/QrCode.tsx';
import { askStaff } from '../../staff/staff-call.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { PlainText } from '../../ui/PlainText.tsx';
import { useUnion } from '../../union.ts';

/** The appointment on paper, in large type, for who has no e-mail. The page shows what will be printed. */
export function SlipPage() {
  const { slip: texts } = useMessages(deskBook);
  const id = useParams().id ?? '';
  const slip = useAnswer(askStaff(showSlip, { params: { appointment_id: id }, body: {} }));
  return (
    <div className="container page-body slip-page">
      <div className="no-print">
        <StaffHead title={texts.title} lead={texts.lead} up={{ label: texts.up, href: staffPaths.appointment(id) }}>
          <Button onClick={() => window.print()}>{texts.print}</Button>
        </StaffHead>
      </div>
      <Sheet slip={slip} />
    </div>
  );
}

/** In the language of the person, whatever that of the official. */
function Sheet({ slip }: { readonly slip: Slip }) {
  const { language } = slip;
  const { slip: texts } = deskBook[language];
  const { channels } = common[language];
  const union = useUnion();
  const { code, name, service_name, office_name, office_phone, channel, place, home_address, phone, starts_at, ends_at, documents, needed, link } = slip;
  return (
    <article className="slip-sheet" aria-label={texts.title} lang={language}>
      {union?.logo && <UnionLogo logo={union.logo} className="paper-logo" />}
      <p className="slip-union">
        {union?.name}
        <br />
        {office_name}
      </p>
      <p className="slip-name">{name}</p>
      <p className="slip-when">
        {formatDay(starts_at, language)}
        <br />
        {formatHours(starts_at, ends_at, language)}
      </p>
      <p className="slip-service">{service_name}</p>
      <p className="slip-where">
        <strong>{channels[channel]}</strong>
        {place && (
          <>
            <br />
            {place.name}
            <br />
            {place.address}
          </>
        )}
        {home_address && (
          <>
            <br />
            {home_address}
          </>
        )}
        {channel === 'phone' && phone && (
          <>
            <br />
            {texts.weCall(formatPhone(phone))}
          </>
        )}
        {channel === 'video' && (
          <>
            <br />
            {texts.video}
          </>
        )}
      </p>
      {(documents || needed) && (
        <div className="slip-bring">
          <p className="slip-label">{texts.bring}</p>
          <PlainText text={documents ?? needed ?? ''} headingLevel={3} />
        </div>
      )}
      <div className="slip-foot">
        <QrCode text={link} label={texts.qr} />
        <div>
          <p className="slip-label">{texts.code}</p>
          <p className="slip-large">{code}</p>
          <p className="slip-label">{texts.phone}</p>
          <p className="slip-large">{formatPhone(office_phone)}</p>
        </div>
      </div>
      <p className="slip-small">{texts.scan}</p>
    </article>
  );
}
