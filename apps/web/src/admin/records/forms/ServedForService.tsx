import type { ContentOf } from '@sportello/contract';
import { useParams } from 'react-router';
import { useAnswer } from '../../../api.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { type ItemOf, recordsOf } from '../queries.ts';
import { useToday } from '../today.ts';
import type { Edit } from '../use-record-edit.ts';
import { Part } from './Part.tsx';
import { PeriodFields } from './PeriodFields.tsx';

interface Props {
  readonly edit: Edit<ContentOf<'office'>>;
  readonly municipalities: readonly ItemOf<'municipality'>[];
}

/** Comuni that are served for one service of the office alone. */
export function ServedForService({ edit, municipalities }: Props) {
  const { office: texts, choose, remove, removeOf } = useMessages(recordForms);
  const today = useToday();
  const officeId = useParams().id;
  const services = useAnswer(recordsOf('service')).items.filter(({ content }) => content.office_id === officeId);
  const { serves } = edit.content;
  const indexes = serves.flatMap(({ service_id }, index) => (service_id === undefined ? [] : [index]));
  const [firstMunicipality, firstService] = [municipalities[0], services[0]];
  const choicesOf = (items: readonly { readonly id: string; readonly title: string }[]) => items.map(({ id, title }) => ({ value: id, label: title }));
  if (!firstMunicipality || !firstService) return null;
  const next = { municipality_id: firstMunicipality.id, service_id: firstService.id, first_day: today };

  return (
    <Part title={texts.forServices} help={texts.forServicesHelp}>
      {indexes.map((index) => (
        <div className="period-row" role="group" aria-label={titleOf(index)} key={index}>
          <div className="field-columns">
            <SelectField {...edit.text(`/serves/${index}/service_id`)} label={texts.service} required empty={choose} choices={choicesOf(services)} />
            <SelectField {...edit.text(`/serves/${index}/municipality_id`)} label={texts.municipality} required empty={choose} choices={choicesOf(municipalities)} />
          </div>
          <PeriodFields edit={edit} at={`/serves/${index}`} />
          <button type="button" className="plain-button" aria-label={removeOf(titleOf(index))} onClick={() => edit.change({ serves: serves.filter((_, at) => at !== index) })}>
            {remove}
          </button>
        </div>
      ))}
      <Button kind="outline-primary" wide onClick={() => edit.change({ serves: [...serves, next] })}>
        {texts.addForService}
      </Button>
    </Part>
  );

  function titleOf(index: number): string {
    const one = serves[index];
    return [services.find(({ id }) => id === one?.service_id)?.title, municipalities.find(({ id }) => id === one?.municipality_id)?.title].filter(Boolean).join(', ');
  }
}
