import { requestAccessLink } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { send } from '../../api.ts';
import { manage } from '../../messages/manage.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { PhoneLine } from '../../shell/PhoneLine.tsx';
import type { LinkWish } from './check-link-wish.ts';
import { LinkForm } from './LinkForm.tsx';
import { LinkSent } from './LinkSent.tsx';

/** Code and e-mail bring a new link; who has not got both can phone. The answer never says whether they belong together. */
export function LinkRequest({ code = '' }: { readonly code?: string }) {
  const { findLink: texts } = useMessages(manage);
  const sending = useMutation({ mutationFn: ({ code: of, email }: LinkWish) => send(requestAccessLink, { params: { code: of }, body: { email } }) });
  return (
    <div className="prose-wide">
      {sending.isSuccess ? <LinkSent onAgain={sending.reset} /> : <LinkForm code={code} isSending={sending.isPending} refusal={sending.error} onSend={sending.mutate} />}
      <h2>{texts.without}</h2>
      <p>{texts.withoutText}</p>
      <PhoneLine />
    </div>
  );
}
