import { bookDone } from '../../messages/book-done.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { manageLink } from './manage-link.ts';
import { QrCode } from './QrCode.tsx';

/** Without an e-mail the link is only here: to read, to copy, to photograph, to print. */
export function KeepLink({ code, token }: { readonly code: string; readonly token: string }) {
  const { done: texts } = useMessages(bookDone);
  const address = location.origin + manageLink(code, token);

  return (
    <section className="booking-card" aria-labelledby="keep-link">
      <h2 className="h3" id="keep-link">
        {texts.noEmailTitle}
      </h2>
      <p>{texts.noEmail}</p>
      <QrCode text={address} label={texts.qr} />
      <p className="long-link">
        <a href={address}>{address}</a>
      </p>
      {/* Not there where the page is not served over a safe connection. */}
      {'clipboard' in navigator && (
        <div className="no-print button-row">
          <CopyButton text={address} label={texts.copy} copied={texts.copied} failed={texts.copyFailed} />
        </div>
      )}
    </section>
  );
}
