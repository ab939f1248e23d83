import { useAnswerSoon } from '../../api.ts';
import { audit } from '../../messages/audit.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { CopyButton } from '../../staff/CopyButton.tsx';
import { formatExactMoment } from '../../staff/moments.ts';
import { Facts } from '../../ui/Facts.tsx';
import { auditSeal } from './queries.ts';

/** The newest seal, to be written down elsewhere. */
export function SealPanel() {
  const { seal: texts } = useMessages(audit);
  const language = useLanguage();
  const seal = useAnswerSoon(auditSeal);
  if (!seal) return null;
  const { number, digest, sealed_at, unsealed } = seal;
  return (
    <section className="seal-panel" aria-labelledby="seal">
      <h2 id="seal" className="h3">
        {texts.title}
      </h2>
      <p>{texts.text}</p>
      {digest && sealed_at ? (
        <>
          <Facts
            facts={[
              { label: texts.number, value: number },
              { label: texts.at, value: formatExactMoment(sealed_at, language) },
              { label: texts.digest, value: <code className="digest">{digest}</code> },
            ]}
          />
          <div className="button-row">
            <CopyButton text={`${number} ${sealed_at} ${digest}`} label={texts.copy} />
          </div>
        </>
      ) : (
        <p>{texts.none}</p>
      )}
      {unsealed > 0 && <p className="form-text mt-2">{texts.waiting(unsealed)}</p>}
    </section>
  );
}
