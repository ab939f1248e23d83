import type { Union } from '@sportello/contract';
import { useLocation } from 'react-router';
import { formatPhone } from '../format/phone.ts';
import { common } from '../messages/common.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { paths } from '../paths.ts';
import { linkOf } from '../union.ts';
import { Icon } from '../ui/Icon.tsx';
import { taglineBelow } from './tagline.ts';

export function Footer({ union }: { readonly union: Union | null }) {
  const { footer, nav, site } = useMessages(common);
  const tagline = taglineBelow(union?.name, site);
  const { pathname } = useLocation();
  return (
    <footer className="it-footer" id="footer">
      <div className="it-footer-main">
        <div className="container">
          <div className="it-brand-wrapper">
            <a href={paths.home()}>
              <Icon name="pa" />
              <div className="it-brand-text">
                <div className="it-brand-title" lang="it">
                  {union?.name}
                </div>
                {tagline && <div className="it-brand-tagline">{tagline}</div>}
              </div>
            </a>
          </div>
          <div className="row">
            <div className="col-md-6 col-lg-4">
              {union?.phone && (
                <>
                  <h2>{footer.contacts}</h2>
                  <Contacts union={union} />
                </>
              )}
            </div>
            <div className="col-md-6 col-lg-4">
              <h2>{footer.help}</h2>
              <ul className="footer-links plain-list">
                <FooterLink href={paths.faq()} label={footer.faq} element="faq" />
                <FooterLink href={paths.book()} label={footer.book} />
                <FooterLink href={paths.findAppointment()} label={nav.appointment} />
                <FooterLink href={paths.report(pathname)} label={footer.report} element="report-inefficiency" />
              </ul>
            </div>
            <div className="col-md-6 col-lg-4">
              <h2>{footer.legal}</h2>
              <ul className="footer-links plain-list">
                <FooterLink href={paths.services()} label={nav.services} />
                <FooterLink href={paths.offices()} label={nav.offices} />
                <FooterLink href={paths.municipalities()} label={nav.municipalities} />
                <FooterLink href={paths.figures()} label={footer.figures} />
                <FooterLink href={paths.accessibility()} label={footer.accessibilityHelp} />
              </ul>
            </div>
          </div>
        </div>
      </div>
      <SmallPrints union={union} />
    </footer>
  );
}

function Contacts({ union: { name, address, phone, email } }: { readonly union: Union }) {
  const { footer } = useMessages(common);
  return (
    <address>
      <span lang="it">
        {name}
        <br />
        {address}
      </span>
      <br />
      {footer.phone}: <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
      <br />
      {footer.email}: <a href={`mailto:${email}`}>{email}</a>
    </address>
  );
}

function SmallPrints({ union }: { readonly union: Union | null }) {
  const { footer } = useMessages(common);
  const declaration = linkOf(union, 'accessibility');
  return (
    <div className="it-footer-small-prints">
      <div className="container">
        <ul className="it-footer-small-prints-list">
          <FooterLink href={linkOf(union, 'privacy') ?? paths.privacy()} label={footer.privacy} element="privacy-policy-link" />
          <FooterLink href={linkOf(union, 'legal-notes') ?? paths.legalNotes()} label={footer.legalNotes} element="legal-notes" />
          {declaration && <FooterLink href={declaration} label={footer.accessibility} element="accessibility-link" />}
        </ul>
      </div>
    </div>
  );
}

function FooterLink({ href, label, element }: { readonly href: string; readonly label: string; readonly element?: string }) {
  return (
    <li>
      <a href={href} data-element={element}>
        {label}
      </a>
    </li>
  );
}
