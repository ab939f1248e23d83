import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staffAccount } from '../../messages/staff-account.ts';
import { staff } from '../../messages/staff.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { useUnsavedWarning } from '../unsaved.ts';

interface Props {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onSaved: () => void;
}

/** Shown this once: nobody goes on by accident. */
export function RecoveryCodes({ codes, email, onSaved }: Props) {
  const { codes: texts } = useMessages(staffAccount);
  const { unsaved } = useMessages(staff);
  const [isSaved, setSaved] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const text = `${texts.fileHead(email)}\n\n${codes.join('\n')}\n`;
  useUnsavedWarning(!isSaved, unsaved);

  function goOn(): void {
    flushSync(() => setRefused(!isSaved));
    if (isSaved) onSaved();
    else document.getElementById('codes-saved')?.focus();
  }

  return (
    <>
      {/* One below the other: two columns of such long codes run into each other. */}
      <ol className="recovery-codes d-block" aria-label={texts.list}>
        {codes.map((code) => (
          <li key={code} className="mb-1">
            <code translate="no">{code}</code>
          </li>
        ))}
      </ol>
      <div className="button-row mb-4 no-print">
        <CopyButton text={codes.join('\n')} />
        <a className="btn btn-outline-primary btn-icon" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={texts.fileName}>
          {texts.download}
        </a>
        <Button kind="outline-primary" onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <div className="no-print">
        <Checkbox id="codes-saved" label={texts.saved} required checked={isSaved} error={isRefused && !isSaved ? texts.savedMissing : undefined} onChange={setSaved} />
        <Button wide onClick={goOn}>
          {texts.goOn}
        </Button>
      </div>
    </>
  );
}
