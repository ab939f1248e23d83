import { type ContentOf, languages } from '@sportello/contract';
import { useAnswer } from '../../../api.ts';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { CheckboxGroup } from '../../../staff/CheckboxGroup.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { LogoField } from '../../logo/LogoField.tsx';
import { InTwo } from '../InTwo.tsx';
import { recordsOf } from '../queries.ts';
import { RecordEditor } from '../RecordEditor.tsx';
import { OneRecord } from '../RecordPage.tsx';
import type { Edit } from '../use-record-edit.ts';
import { LinksFields } from './LinksFields.tsx';
import { Part } from './Part.tsx';

type Content = ContentOf<'union'>;

const start: Content = { kind: 'union', name: '', seat: '', phone: '', email: '', address: '', languages: ['it'], links: [] };

/** There is one union: its page is no list. */
export function UnionPage() {
  const [union] = useAnswer(recordsOf('union')).items;
  const form = (edit: Edit<Content>) => <UnionForm edit={edit} logo={union?.content.logo_id} />;
  if (!union) return <RecordEditor kind="union" id="new" start={start} form={form} />;
  return <OneRecord kind="union" id={union.id} start={start} form={form} />;
}

/** `logo`: the one in force. */
function UnionForm({ edit, logo }: { readonly edit: Edit<Content>; readonly logo: string | undefined }) {
  const { labels, values } = useMessages(recordFields);
  const texts = useMessages(recordForms);
  return (
    <>
      <Part title={texts.groups.contacts}>
        <div className="field-columns">
          <TextField {...edit.text('/name')} label={labels.name} required autoComplete="off" maxLength={200} />
          <TextField {...edit.text('/seat')} label={labels.seat} required autoComplete="off" maxLength={200} />
          <TextField {...edit.text('/address')} label={labels.address} required autoComplete="off" maxLength={300} />
          <TextField {...edit.text('/phone')} type="tel" label={labels.phone} required autoComplete="off" maxLength={40} />
          <TextField {...edit.text('/email')} type="email" label={labels.email} required autoComplete="off" maxLength={254} />
        </div>
        <CheckboxGroup
          id={edit.idOf('/languages')}
          legend={labels.languages}
          help={texts.union.languagesHelp}
          error={edit.errorOf('/languages')}
          choices={languages.map((value) => ({ value, label: values.languages[value] }))}
          value={edit.content.languages}
          onChange={(chosen) => edit.change({ languages: languages.filter((one) => one === 'it' || chosen.includes(one)) })}
        />
      </Part>
      <Part title={labels.logo_id}>
        <LogoField edit={edit} kept={logo} />
      </Part>
      <LinksFields edit={edit} />
      <Part title={texts.groups.kept}>
        <p className="form-text">{texts.union.keptHelp}</p>
        <div className="field-columns">
          <TextField {...edit.number('/messages_months')} label={labels.messages_months} help={texts.union.usually(12)} inputMode="numeric" autoComplete="off" maxLength={3} />
          <TextField {...edit.number('/texts_months')} label={labels.texts_months} help={texts.union.usually(12)} inputMode="numeric" autoComplete="off" maxLength={3} />
          <TextField {...edit.number('/trail_months')} label={labels.trail_months} help={texts.union.usually(24)} inputMode="numeric" autoComplete="off" maxLength={3} />
          <TextField {...edit.number('/access_months')} label={labels.access_months} help={texts.union.accessHelp} inputMode="numeric" autoComplete="off" maxLength={2} />
        </div>
      </Part>
      <Part title={texts.groups.legal}>
        <TextField {...edit.text('/accessibility_url')} type="url" label={labels.accessibility_url} help={texts.union.accessibilityHelp} autoComplete="off" maxLength={500} />
        <InTwo edit={edit} at="/legal_notes" label={labels.legal_notes} help={texts.textHelp} rows={8} maxLength={20_000} />
      </Part>
    </>
  );
}
