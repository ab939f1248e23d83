import type { Appointment } from '@sportello/contract';
import { common } from '../messages/common.ts';
import { manage } from '../messages/manage.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { useDeskNow } from '../session/desk-clock.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { isTimeGone, useMove } from './move/move.ts';
import type { Notice } from './notice.ts';
import { Refusal } from './Refusal.tsx';
import { stillUntil } from './standing.ts';
import { StayLine } from './StayLine.tsx';

interface Props {
  readonly shown: Appointment;
  readonly notice: Extract<Notice, { readonly kind: 'moved' }>;
}

/** Both times of a move, and the way back as long as there is one. */
export function MovedNotice({ shown, notice: { from, to } }: Props) {
  const { moved: texts } = useMessages(manage);
  const { waiting } = useMessages(common);
  const moving = useMove(shown);
  const now = useDeskNow();
  const canGoBack = stillUntil(shown.can.move_until, now) !== null && Date.parse(from.starts_at) > now;
  return (
    <Alert kind="success">
      <dl className="compare">
        <dt>{texts.before}</dt>
        <dd>
          <s>
            <StayLine stay={from} shown={shown} />
          </s>
        </dd>
        <dt>{texts.now}</dt>
        <dd>
          <strong>
            <StayLine stay={to} shown={shown} />
          </strong>
        </dd>
      </dl>
      {shown.person.email && <p>{texts.mail}</p>}
      {canGoBack && !isTimeGone(moving.error) && (
        <Button kind="outline-primary" busy={moving.isPending} onClick={() => moving.mutate(from)}>
          {moving.isPending ? waiting : texts.undo}
        </Button>
      )}
      {isTimeGone(moving.error) && <p role="alert">{texts.notFree}</p>}
      {moving.isError && !isTimeGone(moving.error) && <Refusal error={moving.error} office={shown.office} />}
    </Alert>
  );
}
