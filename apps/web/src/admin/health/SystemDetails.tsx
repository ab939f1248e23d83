import type { JobState, RunningProcess } from '@sportello/contract';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { systemState } from '../../messages/system-state.ts';
import { formatMoment } from '../../staff/moments.ts';
import { LightSign } from './LightSign.tsx';

/** The processes that live, or ended without a word. */
export function ProcessRows({ processes }: { readonly processes: readonly RunningProcess[] }) {
  const { processes: texts } = useMessages(systemState);
  const language = useLanguage();
  if (processes.length === 0) return <p>{texts.none}</p>;
  return (
    <ul className="plain-list system-rows">
      {processes.map(({ id, role, machine, version, started_at, last_seen_at, state, is_answering }) => (
        <li key={id}>
          <p className="system-row-head">
            <strong>{texts.roles[role]}</strong> <LightSign state={state === 'alive' ? 'good' : 'bad'} text={texts.states[state]} />
          </p>
          <p className="form-text">
            {machine}, {version}
            {is_answering && ` (${texts.answering})`}. {texts.started}: {formatMoment(started_at, language)}.{state === 'died' && ` ${texts.seen}: ${formatMoment(last_seen_at, language)}.`}
          </p>
        </li>
      ))}
    </ul>
  );
}

const signs = { good: 'good', failing: 'bad', late: 'attention', never: 'unknown' } as const;

/** How each job goes. */
export function JobRows({ jobs }: { readonly jobs: readonly JobState[] }) {
  const { jobs: texts, never } = useMessages(systemState);
  const language = useLanguage();
  if (jobs.length === 0) return <p>{texts.none}</p>;
  return (
    <ul className="plain-list system-rows">
      {jobs.map(({ name, state, last_good_at, failure }) => (
        <li key={name}>
          <p className="system-row-head">
            <strong>{texts.names[name] ?? name}</strong> <LightSign state={signs[state]} text={texts.states[state]} />
          </p>
          <p className="form-text">
            {texts.lastGood}: {last_good_at ? formatMoment(last_good_at, language) : never}
            {failure && <code> {failure}</code>}
          </p>
        </li>
      ))}
    </ul>
  );
}
