import { useState } from 'react';
import { Button } from './Button.tsx';

interface Props {
  readonly text: string;
  readonly label: string;
  /** Said once the text is in the clipboard. */
  readonly copied: string;
  /** Said where it is not: how to copy by hand. */
  readonly failed: string;
  readonly wide?: boolean;
  readonly onFailed?: () => void;
}

/** Puts a text into the clipboard and says whether it worked. */
export function CopyButton({ text, label, copied, failed, wide = false, onFailed }: Props) {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    // Emptied first, so that a second success is said again.
    setSaid('');
    // Without a secure connection the browser has no clipboard for us.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? copied : failed);
    if (!isCopied) onFailed?.();
  }

  return (
    <>
      <Button kind="outline-primary" wide={wide} onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className="copy-said">
        {said}
      </span>
    </>
  );
}
