import type { NewInvitation } from '@sportello/contract';
import { formatDay } from '../../format/dates.ts';
import { common } from '../../messages/common.ts';
import { deskInvitations } from '../../messages/desk-invitations.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { CopyButton } from '../../staff/CopyButton.tsx';
import { QrCode } from '../../staff/QrCode.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { useUnion } from '../../union.ts';

/** The link, which is kept nowhere: copied, printed or mailed now. */
export function InvitationMade({ made: { person, service_name, channel, expires_at, link, mailed } }: { readonly made: NewInvitation }) {
  const texts = useMessages(deskInvitations);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const union = useUnion();
  const lastDay = new Date(Date.parse(expires_at) - 1).toISOString();
  return (
    <div className="container page-body slip-page">
      <div className="no-print">
        <StaffHead title={texts.doneTitle} up={{ label: texts.toList, href: staffPaths.invitations() }} />
        <p className={`done-sent ${mailed ? '' : 'is-unsent'}`}>{mailed ? texts.mailed : texts.notMailed}</p>
        <p>{texts.once}</p>
        <p>
          <code>{link}</code>
        </p>
        <div className="button-row mb-4">
          <CopyButton text={link} label={texts.copy} />
          <Button kind="outline-primary" onClick={() => window.print()}>
            {texts.print}
          </Button>
        </div>
      </div>
      <article className="slip-sheet" aria-label={texts.link}>
        <p className="slip-union">{union?.name}</p>
        {person && <p className="slip-name">{person.name}</p>}
        <p className="slip-service">{service_name}</p>
        <p className="slip-where">
          <strong>{channels[channel]}</strong>
          <br />
          {texts.expires} {formatDay(lastDay, language)}
        </p>
        <div className="slip-foot">
          <QrCode text={link} label={texts.qr} />
          <div>
            <p className="slip-small">{texts.scan}</p>
            <p className="slip-link">{link}</p>
          </div>
        </div>
      </article>
    </div>
  );
}
