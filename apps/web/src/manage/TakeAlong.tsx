import { useState } from 'react';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { tokenFor } from '../session/appointment-tokens.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { manageLink } from './manage-link.ts';

/** On paper, or as a link for who helps. */
export function TakeAlong({ code }: { readonly code: string }) {
  const { actions } = useMessages(manage);
  const [isByHand, setByHand] = useState(false);
  const link = manageLink(location.origin, code, tokenFor(code) ?? '');
  return (
    <>
      <Button kind="outline-primary" wide onClick={() => window.print()}>
        {actions.print}
      </Button>
      {/* Where it fails, the field that comes says so itself. */}
      <CopyButton wide text={link} label={actions.copy} copied={actions.copied} failed="" onFailed={() => setByHand(true)} />
      {isByHand && (
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
