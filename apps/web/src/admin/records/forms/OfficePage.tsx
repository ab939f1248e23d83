import type { ContentOf } from '@sportello/contract';
import { useAnswer } from '../../../api.ts';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { AddressField } from '../AddressField.tsx';
import { InTwo } from '../InTwo.tsx';
import { recordsOf } from '../queries.ts';
import { RecordPage } from '../RecordPage.tsx';
import type { Edit } from '../use-record-edit.ts';
import { Part } from './Part.tsx';
import { ServesFields } from './ServesFields.tsx';

type Content = ContentOf<'office'>;

const blank: Content = { kind: 'office', slug: '', name: { it: '' }, short_name: { it: '' }, phone: '', email: '', position: 0, serves: [] };

export function OfficePage() {
  const { items } = useAnswer(recordsOf('office'));
  const position = Math.max(-1, ...items.map(({ content }) => content.position)) + 1;
  return <RecordPage kind="office" start={{ ...blank, position }} form={(edit) => <OfficeForm edit={edit} />} />;
}

function OfficeForm({ edit }: { readonly edit: Edit<Content> }) {
  const { labels } = useMessages(recordFields);
  const { office: texts, groups, textHelp } = useMessages(recordForms);
  return (
    <>
      <Part title={groups.names}>
        <InTwo edit={edit} at="/name" label={labels.name} required maxLength={200} />
        <InTwo edit={edit} at="/short_name" label={labels.short_name} help={texts.shortHelp} required maxLength={60} />
        <AddressField edit={edit} />
      </Part>
      <Part title={groups.contacts}>
        <div className="field-columns">
          <TextField {...edit.text('/phone')} type="tel" label={labels.phone} required autoComplete="off" maxLength={40} />
          <TextField {...edit.text('/email')} type="email" label={labels.email} required autoComplete="off" maxLength={254} />
        </div>
        <InTwo edit={edit} at="/description" label={labels.description} help={textHelp} rows={5} maxLength={20_000} />
      </Part>
      <ServesFields edit={edit} />
    </>
  );
}
