import type { ChannelContent } from '@sportello/contract';
import { useState } from 'react';
import { common } from '../../messages/common.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Confirm } from '../../staff/Confirm.tsx';
import { Done } from '../../staff/Done.tsx';
import { Button } from '../../ui/Button.tsx';
import { withRulesOf } from './new-content.ts';
import type { ServiceEdit } from './service-edit.ts';

/** Gives the other ways of booking the rules of this one. */
export function CopyRules({ edit, from }: { readonly edit: ServiceEdit; readonly from: ChannelContent }) {
  const { channel: texts } = useMessages(servicesAdmin);
  const { channels: names } = useMessages(common);
  const [isAsked, setAsked] = useState(false);
  const [copied, setCopied] = useState<readonly ChannelContent[] | null>(null);
  const { channels } = edit.content;
  const others = channels.filter(({ channel }) => channel !== from.channel);
  if (others.length === 0) return null;

  async function copy(): Promise<void> {
    const next = channels.map((one) => (one.channel === from.channel ? one : withRulesOf(one, from)));
    edit.put('/channels', next);
    setCopied(next);
  }

  return (
    <div className="channel-copy">
      <Button kind="outline-primary" onClick={() => setAsked(true)}>
        {texts.copy}
      </Button>
      <Done text={copied === channels ? texts.copied : null} />
      {isAsked && (
        <Confirm title={texts.copyTitle} action={texts.copyTo} isDangerous={false} send={copy} onDone={() => setAsked(false)} onClose={() => setAsked(false)}>
          <p>{texts.copyText(others.map(({ channel }) => names[channel].toLowerCase()).join(', '))}</p>
        </Confirm>
      )}
    </div>
  );
}
