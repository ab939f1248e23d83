import type { Appointment } from '@sportello/contract';
import { common } from '../../messages/common.ts';
import { manageProposal } from '../../messages/manage-proposal.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { movePath } from '../addresses.ts';
import { Cancelling } from '../cancel/Cancelling.tsx';
import { formatMoment } from '../moment.ts';
import { stayOf } from '../move/move.ts';
import { Refusal } from '../Refusal.tsx';
import { stillUntil } from '../standing.ts';
import { StayLine } from '../StayLine.tsx';
import { isOver, useAccept } from './accept.ts';
import type { Proposal } from './open-proposal.ts';

interface Props {
  readonly shown: Appointment;
  readonly proposal: Proposal;
  /** Epoch milliseconds by the clock of the desk. */
  readonly now: number;
}

/** Both times, what the office writes, and the three answers; one tap accepts. */
export function ProposalPanel({ shown, proposal, now }: Props) {
  const texts = useMessages(manageProposal);
  const { waiting } = useMessages(common);
  const language = useLanguage();
  const accepting = useAccept(shown);
  return (
    <section className="proposal-panel" aria-label={texts.panel}>
      <dl className="compare">
        <dt>{texts.asked}</dt>
        <dd>
          <StayLine stay={stayOf(shown)} shown={shown} />
        </dd>
        <dt>{texts.proposed}</dt>
        <dd className="proposed-time">
          <StayLine stay={stayOf(proposal)} shown={shown} />
        </dd>
      </dl>
      {proposal.message && (
        <figure className="office-words">
          <figcaption>{texts.officeWrites}</figcaption>
          <blockquote>{proposal.message}</blockquote>
        </figure>
      )}
      <p>{texts.keptUntil(formatMoment(proposal.expires_at, language))}</p>
      {accepting.isError && !isOver(accepting.error) && <Refusal error={accepting.error} office={shown.office} />}
      <Live text={accepting.isPending ? waiting : ''} />
      <div className="proposal-answers">
        <Button busy={accepting.isPending} wide onClick={() => accepting.mutate(proposal.starts_at)}>
          {texts.accept(formatMoment(proposal.starts_at, language))}
        </Button>
        {stillUntil(shown.can.move_until, now) && (
          <ButtonLink kind="outline-primary" href={movePath(shown.code)} wide>
            {texts.other}
          </ButtonLink>
        )}
        {stillUntil(shown.can.cancel_until, now) && <Cancelling shown={shown} label={texts.cancel} />}
      </div>
    </section>
  );
}
