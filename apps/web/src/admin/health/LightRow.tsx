import { type Light, lightNames } from '@sportello/contract';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { systemState } from '../../messages/system-state.ts';
import { formatMoment } from '../../staff/moments.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { LightSign } from './LightSign.tsx';
import { sayLight } from './say-light.ts';

/** Where something can be done about a light. A light without an entry is changed outside the browser. */
const places: Readonly<Record<string, { readonly href: string; readonly text: 'mail' | 'video' | 'outbox' | 'calendars' | 'systems' }>> = {
  mail: { href: staffPaths.mail(), text: 'mail' },
  outbox: { href: staffPaths.desk(), text: 'outbox' },
  video: { href: staffPaths.video(), text: 'video' },
  'api-keys': { href: staffPaths.connections(), text: 'systems' },
  systems: { href: staffPaths.connections(), text: 'systems' },
  calendars: { href: staffPaths.records('calendar'), text: 'calendars' },
};

/** How one thing is, what that means, what to do, and since when. */
export function LightRow({ light }: { readonly light: Light }) {
  const { since, todo, open } = useMessages(systemState);
  const language = useLanguage();
  const { name, state, says } = light;
  const sentence = sayLight(light, language);
  const isWrongPassword = name === 'outbox' && (says === 'wrong-password' || says === 'retried');
  const place = places[isWrongPassword ? 'mail' : name];
  const isWrong = state === 'bad' || state === 'attention';
  return (
    <li className={`light-row light-row-${state}`}>
      <div className="light-head">
        <h2>{lightNames[language][name] ?? name}</h2>
        <LightSign state={state} />
      </div>
      <div className="light-text">
        <p>{sentence.means}</p>
        {sentence.todo && (
          <p>
            <strong>{todo}</strong> {sentence.todo}
          </p>
        )}
        {(isWrong && light.since) || place ? (
          <p className="light-foot">
            {isWrong && light.since && <span>{since(formatMoment(light.since, language))}</span>}
            {place && <a href={place.href}>{open[place.text]}</a>}
          </p>
        ) : null}
      </div>
    </li>
  );
}
