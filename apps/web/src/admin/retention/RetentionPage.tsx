import { may } from '@sportello/contract';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { retention } from '../../messages/retention.ts';
import { Done } from '../../staff/Done.tsx';
import { useMe } from '../../staff/me.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { ForecastPart } from './ForecastPart.tsx';
import { HoldForm } from './HoldForm.tsx';
import { HoldsPart } from './HoldsPart.tsx';
import { retentionForecast, retentionNow } from './queries.ts';
import { RulesPart } from './RulesPart.tsx';
import { RunsPart } from './RunsPart.tsx';
import { SwitchPart } from './SwitchPart.tsx';

/** For how long data are kept: what goes tonight, whether it does, the rules, and the nights before. */
export function RetentionPage() {
  const texts = useMessages(retention);
  const { role } = useMe();
  const state = useAnswer(retentionNow);
  const forecast = useAnswer(retentionForecast);
  const [query, setQuery] = useSearchParams();
  const [said, setSaid] = useState<string | null>(null);
  const decided = useRef<HTMLHeadingElement>(null);
  const held = useRef<HTMLHeadingElement>(null);
  const [saidOfHolds, sayOfHolds] = useState<string | null>(null);
  const mayChange = may(role, 'union.change');
  const personId = query.get('persona');

  function finishHolds(text: string): void {
    sayOfHolds(text);
    if (personId) setQuery({}, { replace: true, preventScrollReset: true });
    held.current?.focus();
  }

  return (
    <div className="container page-body">
      <StaffHead title={texts.title} lead={texts.lead} />
      <div className="profile">
        {mayChange && personId && (
          <section className="staff-section" aria-labelledby="hold">
            <h2 id="hold">{texts.holds.newTitle}</h2>
            <div>
              <HoldForm key={personId} personId={personId} onSaid={finishHolds} />
            </div>
          </section>
        )}
        <section className="staff-section" aria-labelledby="tonight">
          <h2 id="tonight">{texts.forecast.title}</h2>
          <div>
            <ForecastPart forecast={forecast} isOn={state.is_on} />
          </div>
        </section>
        <section className="staff-section" aria-labelledby="switch">
          <h2 id="switch" tabIndex={-1} ref={decided}>
            {texts.state.title}
          </h2>
          <div>
            <Done text={said} />
            <SwitchPart
              state={state}
              forecast={forecast}
              mayChange={mayChange}
              onBegin={() => setSaid(null)}
              onSaid={(text) => {
                setSaid(text);
                decided.current?.focus();
              }}
            />
          </div>
        </section>
        <section className="staff-section" aria-labelledby="nights">
          <h2 id="nights">{texts.runs.title}</h2>
          <div>
            <RunsPart runs={state.runs} />
          </div>
        </section>
        <section className="staff-section" aria-labelledby="rules">
          <h2 id="rules">{texts.rules.title}</h2>
          <div>
            <RulesPart state={state} mayChange={mayChange} />
          </div>
        </section>
        <section className="staff-section" aria-labelledby="holds">
          <h2 id="holds" tabIndex={-1} ref={held}>
            {texts.holds.title}
          </h2>
          <div>
            <Done text={saidOfHolds} />
            <HoldsPart holds={state.holds} mayChange={mayChange} onSaid={finishHolds} />
          </div>
        </section>
      </div>
    </div>
  );
}
