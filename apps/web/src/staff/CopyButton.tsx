import { useState } from 'react';
import { useMessages } from '../messages/LanguageContext.tsx';
import { staff } from '../messages/staff.ts';
import { Button } from '../ui/Button.tsx';

export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const { copy } = useMessages(staff);
  const [said, setSaid] = useState('');

  async function copyIt(): Promise<void> {
    setSaid('');
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? copy.copied : copy.failed);
  }

  return (
    <>
      <Button kind="outline-primary" onClick={() => void copyIt()}>
        {label ?? copy.copy}
      </Button>
      <span role="status" className="copy-said">
        {said}
      </span>
    </>
  );
}
