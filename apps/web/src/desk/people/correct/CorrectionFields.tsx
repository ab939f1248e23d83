import { type DeskPerson, languages } from '@sportello/contract';
import { people } from '../../../messages/people.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import type { Form } from '../../../staff/form.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { type PersonField, usePersonFields } from '../person-fields.ts';
import type { Correction } from './correction.ts';

interface Props {
  readonly form: Form<Correction>;
  readonly kind: DeskPerson['kind'];
  readonly hidden: readonly PersonField[];
}

export function CorrectionFields({ form, kind, hidden }: Props) {
  const { page: texts } = useMessages(people);
  const { labels } = usePersonFields();
  const isCompany = kind === 'legal';
  return (
    <>
      <div className="field-pairs">
        {isCompany && <TextField {...form.field('company_name')} label={labels.company_name} required autoComplete="off" maxLength={200} />}
        <TextField {...form.field('given_name')} label={labels.given_name} autoComplete="off" maxLength={200} />
        <TextField {...form.field('family_name')} label={labels.family_name} autoComplete="off" maxLength={200} />
        {!hidden.includes('email') && <TextField {...form.field('email')} label={labels.email} type="email" inputMode="email" autoComplete="off" maxLength={254} />}
        {!hidden.includes('phone') && <TextField {...form.field('phone')} label={labels.phone} type="tel" inputMode="tel" autoComplete="off" maxLength={40} />}
        {!hidden.includes('tax_code') && <TextField {...form.field('tax_code')} label={labels.tax_code} autoComplete="off" maxLength={40} />}
      </div>
      <RadioGroup {...form.field('language')} label={labels.language} required choices={languages.map((value) => ({ value, label: texts.languages[value] }))} />
    </>
  );
}
