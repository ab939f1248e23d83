import { checkSystemState } from '@sportello/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAnswer } from '../../api.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { systemState } from '../../messages/system-state.ts';
import { formatExactMoment } from '../../staff/moments.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffCall } from '../../staff/staff-call.ts';
import { Button } from '../../ui/Button.tsx';
import { Live } from '../../ui/Live.tsx';
import { LightRow } from './LightRow.tsx';
import { LightSign } from './LightSign.tsx';
import { keepSystemState, systemStateNow } from './queries.ts';
import { saySummary, summaryOf } from './summary.ts';
import { JobRows, ProcessRows } from './SystemDetails.tsx';

const readAgainMilliseconds = 30_000;
/** While checks are under way their results are fetched sooner. */
const soonMilliseconds = 3_000;

/** How everything is that the desk stands on. It reads itself again; a screen reader hears only when the whole has changed. */
export function SystemPage() {
  const texts = useMessages(systemState);
  const language = useLanguage();
  const state = useAnswer(systemStateNow);
  const again = useQuery({ ...systemStateNow(language), staleTime: 0, refetchInterval: state.is_checking ? soonMilliseconds : readAgainMilliseconds });
  const checking = useMutation({ mutationFn: () => staffCall(checkSystemState, { body: {} }), onSuccess: keepSystemState });
  const said = saySummary(state, texts.summary);

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <Live text={texts.announce(said)} />
      <div className="system-summary">
        <p className="system-verdict">
          <LightSign state={summaryOf(state).state} text={said} />
        </p>
        <Button kind="outline-primary" wide busy={checking.isPending} onClick={() => checking.mutate()}>
          {checking.isPending ? texts.checkingNow : texts.check}
        </Button>
        <p className="form-text">
          {texts.checkedAt(formatExactMoment(state.checked_at, language))} {state.is_checking && texts.checking}
        </p>
      </div>
      <Refusal error={checking.error ?? again.error} />
      <ul className="plain-list lights">
        {state.lights.map((light) => (
          <LightRow key={light.name} light={light} />
        ))}
      </ul>
      <h2>{texts.details}</h2>
      <div className="system-details">
        <section aria-labelledby="processes">
          <h3 id="processes">{texts.processes.caption}</h3>
          <ProcessRows processes={state.processes} />
        </section>
        <section aria-labelledby="jobs">
          <h3 id="jobs">{texts.jobs.caption}</h3>
          <JobRows jobs={state.jobs} />
        </section>
      </div>
    </div>
  );
}
