import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { useMe } from '../me.ts';
import { StaffHead } from '../StaffHead.tsx';
import { AboutYou } from './AboutYou.tsx';
import { CodesSection } from './CodesSection.tsx';
import { NoticesForm } from './NoticesForm.tsx';
import { PasskeysSection } from './PasskeysSection.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Section } from './Section.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { TotpSection } from './TotpSection.tsx';

/** One's own account: each part is saved by itself. */
export function ProfilePage() {
  const { profile: texts } = useMessages(staffAccount);
  const me = useMe();
  return (
    <div className="container page-body">
      <StaffHead title={texts.title} />
      <div className="profile">
        <Section id="dati" title={texts.you}>
          <AboutYou />
        </Section>
        <Section id="avvisi" title={texts.notices}>
          <NoticesForm />
        </Section>
        <Section id="password" title={texts.password}>
          <PasswordForm key={String(me.has_password)} />
        </Section>
        <Section id="app" title={texts.totp}>
          <TotpSection />
        </Section>
        <Section id="passkey" title={texts.passkeys}>
          <PasskeysSection />
        </Section>
        <Section id="codici" title={texts.codes}>
          <CodesSection />
        </Section>
        <Section id="sessioni" title={texts.sessions}>
          <SessionsSection />
        </Section>
      </div>
    </div>
  );
}
