import { useState } from 'react';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { tokenFor } from '../session/appointment-tokens.ts';
import { Button } from '../ui/Button.tsx';
import { manageLink } from './manage-link.ts';

/** On paper, or as a link for who helps. */
export function TakeAlong({ code }: { readonly code: string }) {
  const { actions } = useMessages(manage);
  const [copying, setCopying] = useState<'not yet' | 'copied' | 'by hand'>('not yet');
  const link = manageLink(location.origin, code, tokenFor(code) ?? '');

  async function copy(): Promise<void> {
    // Without a secure connection the browser has no clipboard for us.
    const isCopied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
    setCopying(isCopied ? 'copied' : 'by hand');
  }

  return (
    <>
      <Button kind="outline-primary" wide onClick={() => window.print()}>
        {actions.print}
      </Button>
      <Button kind="outline-primary" wide onClick={() => void copy()}>
        {actions.copy}
      </Button>
      <p role="status" className="action-said">
        {copying === 'copied' && actions.copied}
      </p>
      {copying === 'by hand' && (
        <p>
          <label className="form-label" htmlFor="link">
            {actions.copyByHand}
          </label>
          <input className="form-control" id="link" readOnly autoFocus value={link} onFocus={(event) => event.target.select()} />
        </p>
      )}
    </>
  );
}
