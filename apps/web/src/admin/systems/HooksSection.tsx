import type { Webhook } from '@sportello/contract';
import { useAnswer } from '../../api.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { formatMoment } from '../../staff/moments.ts';
import { Rows } from '../../staff/Rows.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { HookState } from './HookState.tsx';
import { allWebhooks } from './queries.ts';

/** Which other systems are told, and how it goes. */
export function HooksSection({ mayChange }: { readonly mayChange: boolean }) {
  const { hooks: texts } = useMessages(systems);
  const language = useLanguage();
  const { items } = useAnswer(allWebhooks);
  return (
    <>
      <p>{texts.text}</p>
      {items.length === 0 ? (
        <p className="empty-state">{texts.none}</p>
      ) : (
        <Rows
          caption={texts.title}
          items={items}
          keyOf={({ id }) => id}
          columns={[
            { label: texts.name, isMain: true, cell: (hook) => <HookName hook={hook} /> },
            { label: texts.state, cell: (hook) => <HookState hook={hook} /> },
            { label: texts.lastGood, cell: ({ last_good_at }) => (last_good_at ? formatMoment(last_good_at, language) : texts.never) },
            { label: texts.waiting, cell: (hook) => <Counts hook={hook} /> },
          ]}
        />
      )}
      {mayChange && <ButtonLink href={staffPaths.newWebhook()}>{texts.make}</ButtonLink>}
    </>
  );
}

function HookName({ hook: { id, name, url } }: { readonly hook: Webhook }) {
  return (
    <>
      <a href={staffPaths.webhook(id)}>{name}</a>
      <span className="rows-sub server-address">{new URL(url).host}</span>
    </>
  );
}

function Counts({ hook: { waiting_count, failed_count } }: { readonly hook: Webhook }) {
  const { hooks: texts } = useMessages(systems);
  return (
    <>
      {texts.waitingText(waiting_count)}
      {failed_count > 0 && <span className="rows-sub">{texts.failedText(failed_count)}</span>}
    </>
  );
}
