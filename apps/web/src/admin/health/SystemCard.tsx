import { useAnswerSoon } from '../../api.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { systemState } from '../../messages/system-state.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Card } from '../../ui/Card.tsx';
import { LightSign } from './LightSign.tsx';
import { systemStateNow } from './queries.ts';
import { saySummary, summaryOf } from './summary.ts';

/** The way to the page of lights, with what they say together. */
export function SystemCard() {
  const texts = useMessages(systemState);
  const state = useAnswerSoon(systemStateNow);
  return (
    <Card title={texts.section} href={staffPaths.system()} text={texts.overview}>
      <p className="overview-count">{state ? <LightSign state={summaryOf(state).state} text={saySummary(state, texts.summary)} /> : '…'}</p>
    </Card>
  );
}

/** On the overview's first screen, where something is not in order; else nothing. */
export function SystemMark() {
  const texts = useMessages(systemState);
  const state = useAnswerSoon(systemStateNow);
  if (!state || summaryOf(state).state === 'good') return null;
  return (
    <p className="system-mark">
      <LightSign state={summaryOf(state).state} text={texts.announce(saySummary(state, texts.summary))} /> <a href={staffPaths.system()}>{texts.mark.open}</a>
    </p>
  );
}
