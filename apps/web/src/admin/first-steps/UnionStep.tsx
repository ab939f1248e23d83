import { type ContentOf, languages } from '@sportello/contract';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../api.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { recordsOf } from '../records/queries.ts';
import { RecordEditor } from '../records/RecordEditor.tsx';
import type { Edit } from '../records/use-record-edit.ts';
import { StepFrame } from './StepFrame.tsx';
import { pathOfStep } from './steps.ts';

type Content = ContentOf<'union'>;

const start: Content = { kind: 'union', name: '', seat: '', phone: '', email: '', address: '', languages: ['it', 'en'], links: [] };

/** What citizens must know of the union; the rest stands in its page. */
export function UnionStep() {
  const navigate = useNavigate();
  const [union] = useAnswer(recordsOf('union')).items;
  return (
    <StepFrame name="union">
      <RecordEditor kind="union" id={union?.id ?? 'new'} start={start} onSaved={() => navigate(pathOfStep('municipalities'))} form={(edit) => <Fields edit={edit} />} />
    </StepFrame>
  );
}

function Fields({ edit }: { readonly edit: Edit<Content> }) {
  const { union: texts } = useMessages(firstSteps);
  return (
    <>
      <TextField {...edit.text('/name')} label={texts.name} help={texts.nameHelp} required autoComplete="off" maxLength={200} />
      <div className="field-columns">
        <TextField {...edit.text('/seat')} label={texts.seat} required autoComplete="off" maxLength={200} />
        <TextField {...edit.text('/address')} label={texts.address} help={texts.addressHelp} required autoComplete="off" maxLength={300} />
        <TextField {...edit.text('/phone')} type="tel" label={texts.phone} help={texts.phoneHelp} required autoComplete="off" maxLength={40} />
        <TextField {...edit.text('/email')} type="email" label={texts.email} required autoComplete="off" maxLength={254} />
      </div>
      <CheckboxGroup
        id={edit.idOf('/languages')}
        legend={texts.languages}
        help={texts.languagesHelp}
        error={edit.errorOf('/languages')}
        choices={languages.map((value) => ({ value, label: texts.names[value] }))}
        value={edit.content.languages}
        onChange={(chosen) => edit.change({ languages: languages.filter((one) => one === 'it' || chosen.includes(one)) })}
      />
    </>
  );
}
