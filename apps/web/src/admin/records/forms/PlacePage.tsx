import type { ContentOf } from '@sportello/contract';
import { useAnswer } from '../../../api.ts';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { AddressField } from '../AddressField.tsx';
import { InTwo } from '../InTwo.tsx';
import { recordsOf } from '../queries.ts';
import { RecordPage } from '../RecordPage.tsx';
import type { Edit } from '../use-record-edit.ts';
import { Part } from './Part.tsx';

type Content = ContentOf<'place'>;

const start: Content = { kind: 'place', slug: '', name: { it: '' }, municipality_id: '', street: '', postal_code: '', locality: '', province: '' };

export function PlacePage() {
  return <RecordPage kind="place" start={start} form={(edit) => <PlaceForm edit={edit} />} />;
}

function PlaceForm({ edit }: { readonly edit: Edit<Content> }) {
  const { labels } = useMessages(recordFields);
  const { place: texts, groups, choose } = useMessages(recordForms);
  const municipalities = useAnswer(recordsOf('municipality')).items;

  /** Of a comune its own are what is most often meant. */
  function chooseMunicipality(id: string): void {
    const chosen = municipalities.find((one) => one.id === id)?.content;
    const { postal_code, locality, province } = edit.content;
    const address = chosen && !postal_code && !locality && !province ? { postal_code: chosen.postal_code, locality: chosen.name, province: chosen.province } : {};
    edit.change({ municipality_id: id, ...address });
  }

  return (
    <>
      <Part title={groups.names}>
        <InTwo edit={edit} at="/name" label={labels.name} required maxLength={200} />
        <AddressField edit={edit} />
      </Part>
      <Part title={groups.where}>
        <div className="field-columns">
          <SelectField {...edit.text('/municipality_id')} label={labels.municipality_id} required empty={choose} choices={municipalities.map(({ id, title }) => ({ value: id, label: title }))} onChange={chooseMunicipality} />
          <TextField {...edit.text('/street')} label={labels.street} required autoComplete="off" maxLength={200} />
          <TextField {...edit.text('/postal_code')} label={labels.postal_code} required inputMode="numeric" autoComplete="off" maxLength={5} />
          <TextField {...edit.text('/locality')} label={labels.locality} required autoComplete="off" maxLength={200} />
          <TextField {...edit.text('/province')} label={labels.province} required autoComplete="off" maxLength={2} />
        </div>
      </Part>
      <Part title={groups.map} help={texts.coordinatesHelp}>
        <div className="field-columns">
          <TextField {...edit.text('/latitude')} label={labels.latitude} autoComplete="off" maxLength={20} />
          <TextField {...edit.text('/longitude')} label={labels.longitude} autoComplete="off" maxLength={20} />
        </div>
      </Part>
      <Part title={groups.entering}>
        <InTwo edit={edit} at="/access_notes" label={labels.access_notes} help={texts.accessHelp} rows={4} maxLength={20_000} />
        <InTwo edit={edit} at="/hours" label={labels.hours} help={texts.hoursHelp} rows={3} maxLength={2000} />
      </Part>
    </>
  );
}
