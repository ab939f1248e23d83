import type { Appointment } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { QrCode } from '../../book/done/QrCode.tsx';
import { service } from '../../directory.ts';
import { formatDay, formatHours } from '../../format/dates.ts';
import { formatPhone } from '../../format/phone.ts';
import { common } from '../../messages/common.ts';
import { manage } from '../../messages/manage.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { tokenFor } from '../../session/appointment-tokens.ts';
import { UnionLogo } from '../../shell/UnionLogo.tsx';
import { PlainText } from '../../ui/PlainText.tsx';
import { useUnion } from '../../union.ts';
import { manageLink } from '../manage-link.ts';
import { usePhoneOf } from '../OfficePhone.tsx';
import type { Standing } from '../standing.ts';
import { Where } from '../Where.tsx';

interface Props {
  readonly shown: Appointment;
  readonly standing: Standing;
}

/** What is printed: one page in large type, for the kitchen wall. */
export function PrintSlip({ shown, standing }: Props) {
  const texts = useMessages(manage);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const union = useUnion();
  const documents = useAnswerSoon(service(shown.service.id))?.channels.find(({ channel }) => channel === shown.channel)?.texts.documents;
  const isAhead = standing === 'pending' || standing === 'confirmed';
  return (
    <div className="print-slip">
      {union?.logo && <UnionLogo logo={union.logo} className="paper-logo" />}
      <p className="slip-union">{union?.name}</p>
      <p className="slip-service">{shown.service.name}</p>
      <p className="slip-when">
        {formatDay(shown.starts_at, language)}
        <br />
        {formatHours(shown.starts_at, shown.ends_at, language)}
      </p>
      <p>
        <strong>{texts.state[standing]}</strong>
      </p>
      <p>
        <strong>{channels[shown.channel]}</strong>
      </p>
      <Where shown={shown} />
      {isAhead && documents && (
        <>
          <p className="slip-label">{texts.texts.documents}</p>
          <PlainText text={documents} headingLevel={4} />
        </>
      )}
      <div className="slip-foot">
        <QrCode text={manageLink(location.origin, shown.code, tokenFor(shown.code) ?? '')} label={texts.slip.scan} />
        <div>
          <p className="slip-label">{texts.facts.code}</p>
          <p className="slip-code">{shown.code}</p>
          <p className="slip-label">{texts.slip.phone}</p>
          <p className="slip-code">{formatPhone(usePhoneOf(shown.office))}</p>
        </div>
      </div>
      <p>{texts.slip.scan}</p>
    </div>
  );
}
