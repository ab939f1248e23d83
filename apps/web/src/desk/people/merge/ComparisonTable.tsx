import type { DeskPerson } from '@sportello/contract';
import { people } from '../../../messages/people.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { staffPaths } from '../../../staff/staff-paths.ts';
import { useDeskMinute } from '../../desk-minute.ts';
import { contactFields, usePersonFields } from '../person-fields.ts';
import { formatStart } from '../when.ts';

interface Line {
  readonly label: string;
  readonly values: readonly [string, string];
  /** Whether it matters that they differ. */
  readonly isTelling: boolean;
}

/** What is known of each, line by line; where they differ it says so in a word. */
export function ComparisonTable({ both }: { readonly both: readonly [DeskPerson, DeskPerson] }) {
  const { merge: texts } = useMessages(people);
  const lines = useLines(both);
  return (
    <table role="table" className="compare-table">
      <caption className="visually-hidden">{texts.title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" className="compare-corner" />
          {both.map(({ id, name }, place) => (
            <th role="columnheader" scope="col" key={id}>
              <a href={staffPaths.person(id)} aria-label={texts.openCard(place + 1, name)}>
                {texts.card(place + 1)}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ label, values, isTelling }) => {
          const differs = isTelling && values[0] !== values[1];
          return (
            <tr role="row" key={label} className={differs ? 'is-different' : undefined}>
              <th role="rowheader" scope="row">
                {label}
                {differs && <span className="compare-differs"> ({texts.differs})</span>}
              </th>
              {values.map((value, place) => (
                <td role="cell" key={place}>
                  {value}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function useLines(both: readonly [DeskPerson, DeskPerson]): readonly Line[] {
  const { merge: texts, page } = useMessages(people);
  const { labels, valueOf } = usePersonFields();
  const language = useLanguage();
  const minute = useDeskMinute();

  function line(label: string, value: (person: DeskPerson) => string, isTelling = false): Line {
    return { label, values: [value(both[0]), value(both[1])], isTelling };
  }

  function appointments({ appointments: items }: DeskPerson): string {
    const last = items.flatMap(({ starts_at, arrived_at }) => starts_at ?? arrived_at ?? []).toSorted((one, other) => Date.parse(other) - Date.parse(one))[0];
    return last ? texts.lastOne(items.length, formatStart(last, language, minute)) : String(items.length);
  }

  return [
    line(texts.name, ({ name }) => name || page.none, true),
    ...contactFields.map((field) => line(labels[field], (person) => valueOf(person, field) ?? page.none, true)),
    line(labels.language, (person) => valueOf(person, 'language') ?? ''),
    line(texts.appointments, appointments),
    line(texts.notes, ({ notes }) => String(notes.length)),
  ];
}
