import { useAnswer } from '../../api.ts';
import { places } from '../../directory.ts';
import { common } from '../../messages/common.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { differencesOfHours, type HoursDifference, type HoursState } from './hours-differences.ts';

interface Props {
  /** null: nothing is known of before; then all hours of `after` are told, folded away. */
  readonly before: HoursState | null;
  readonly after: HoursState;
}

/** What differs from one state of hours to another, weekday by weekday. */
export function HoursDifferences({ before, after }: Props) {
  const texts = useMessages(deskHours);
  const { channels } = useMessages(common);
  const language = useLanguage();
  const words = { hours: texts, channels, places: useAnswer(places), language };
  const differences = differencesOfHours(before ?? { rules: [], exceptions: [] }, after, words);
  if (before) return <List differences={differences} hasBoth />;
  return (
    <details>
      <summary>{texts.history.content}</summary>
      <List differences={differences} hasBoth={false} />
    </details>
  );
}

function List({ differences, hasBoth }: { readonly differences: readonly HoursDifference[]; readonly hasBoth: boolean }) {
  const { history: texts } = useMessages(deskHours);
  return (
    <dl className="differences">
      {differences.map(({ key, label, before, after }) => {
        const nothing = key.startsWith('3') ? texts.asRules : texts.closed;
        return (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {hasBoth && (
                <del>
                  <span className="visually-hidden">{texts.was}: </span>
                  <Lines lines={before.length > 0 ? before : [nothing]} />
                </del>
              )}
              <ins>
                <span className="visually-hidden">{texts.is}: </span>
                <Lines lines={after.length > 0 ? after : [nothing]} />
              </ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span className="difference-line" key={line}>
      {line}
    </span>
  ));
}
