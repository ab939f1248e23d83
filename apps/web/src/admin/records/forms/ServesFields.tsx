import type { ContentOf } from '@sportello/contract';
import { useState } from 'react';
import { useAnswer } from '../../../api.ts';
import { formatDate } from '../format-date.ts';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useLanguage, useMessages } from '../../../messages/LanguageContext.tsx';
import { Done } from '../../../staff/Done.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FieldError } from '../../../ui/FieldFrame.tsx';
import { recordsOf } from '../queries.ts';
import { useToday } from '../today.ts';
import type { Edit } from '../use-record-edit.ts';
import { Part } from './Part.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { ServedForService } from './ServedForService.tsx';

interface Props {
  readonly edit: Edit<ContentOf<'office'>>;
}

/** Which comuni the office serves and when: one by one, or all at once. */
export function ServesFields({ edit }: Props) {
  const { office: texts } = useMessages(recordForms);
  const { from } = useMessages(recordFields);
  const language = useLanguage();
  const today = useToday();
  const municipalities = useAnswer(recordsOf('municipality')).items;
  const [said, setSaid] = useState<string | null>(null);
  const { serves } = edit.content;
  const isServed = (id: string) => serves.some((one) => one.municipality_id === id && one.service_id === undefined);

  function serveAll(): void {
    const missing = municipalities.filter(({ id }) => !isServed(id));
    edit.change({ serves: [...serves, ...missing.map(({ id }) => ({ municipality_id: id, first_day: today }))] });
    setSaid(texts.allDone(missing.length));
  }

  function toggle(id: string, serve: boolean): void {
    const others = serves.filter((one) => one.municipality_id !== id || one.service_id !== undefined);
    edit.change({ serves: serve ? [...serves, { municipality_id: id, first_day: today }] : others });
  }

  return (
    <>
      <Part title={texts.serves} help={texts.servesHelp}>
        <div id={edit.idOf('/serves')} tabIndex={-1} data-quiet-focus>
          <FieldError id={edit.idOf('/serves')} error={edit.errorOf('/serves')} />
        </div>
        <div className="button-row serves-all">
          <Button kind="outline-primary" wide onClick={serveAll}>
            {texts.all}
          </Button>
          <Done text={said} />
        </div>
        <p className="form-text">
          {texts.since} {formatDate(today, language)}.
        </p>
        {serves.length === 0 && <p className="serves-none">{texts.none}</p>}
        <ul className="serves-rows">
          {municipalities.map(({ id, title }) => {
            const served = serves.flatMap((one, index) => (one.municipality_id === id && one.service_id === undefined ? [index] : []));
            return (
              <li key={id}>
                <div className="form-check">
                  <input type="checkbox" id={`serves-${id}`} checked={served.length > 0} onChange={({ target }) => toggle(id, target.checked)} />
                  <label htmlFor={`serves-${id}`}>{title}</label>
                </div>
                {served.map((index) => (
                  <details key={index} open={edit.errorOf(`/serves/${index}/first_day`) !== undefined || edit.errorOf(`/serves/${index}/last_day`) !== undefined || undefined}>
                    <summary>
                      {sayPeriod(index)}
                      <span className="visually-hidden"> ({texts.details(title)})</span>
                    </summary>
                    <PeriodFields edit={edit} at={`/serves/${index}`} />
                  </details>
                ))}
              </li>
            );
          })}
        </ul>
      </Part>
      {!edit.isNew && <ServedForService edit={edit} municipalities={municipalities} />}
    </>
  );

  function sayPeriod(index: number): string {
    const period = serves[index];
    if (!period) return '';
    return [from(formatDate(period.first_day, language)), ...(period.last_day ? [formatDate(period.last_day, language)] : [])].join(' – ');
  }
}
