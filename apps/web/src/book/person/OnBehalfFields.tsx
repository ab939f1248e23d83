import { relations } from '@sportello/contract';
import { bookPerson } from '../../messages/book-person.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { typeField, useDraft } from '../draft-store.ts';
import { draftField } from '../fields.ts';

/** For whoever books for somebody else: a relative, a client, a firm. */
export function OnBehalfFields({ errors }: { readonly errors: Readonly<Record<string, string>> }) {
  const { person: texts } = useMessages(bookPerson);
  const { typed } = useDraft();
  const kind = typed['on_behalf_of/kind'] ?? 'none';
  return (
    <>
      <RadioGroup
        id="on_behalf_of/kind"
        label={texts.onBehalf}
        required
        choices={(['none', 'person', 'company'] as const).map((value) => ({ value, label: texts.onBehalfOf[value] }))}
        value={kind}
        onChange={(value) => typeField('on_behalf_of/kind', value)}
      />
      {(kind === 'person' || kind === 'company') && <Beneficiary key={kind} kind={kind} errors={errors} />}
    </>
  );
}

function Beneficiary({ kind, errors }: { readonly kind: 'person' | 'company'; readonly errors: Readonly<Record<string, string>> }) {
  const { person: texts } = useMessages(bookPerson);
  return (
    <fieldset>
      <legend className="h3">{texts.beneficiary[kind]}</legend>
      {kind === 'person' ? (
        <>
          <TextField {...draftField('on_behalf_of/given_name', errors)} label={texts.givenName} required autoComplete="off" maxLength={100} />
          <TextField {...draftField('on_behalf_of/family_name', errors)} label={texts.familyName} required autoComplete="off" maxLength={100} />
        </>
      ) : (
        <TextField {...draftField('on_behalf_of/name', errors)} label={texts.companyName} required autoComplete="organization" maxLength={100} />
      )}
      <TextField {...draftField('on_behalf_of/tax_code', errors)} label={kind === 'person' ? texts.taxCode : texts.companyTaxCode} autoComplete="off" maxLength={40} />
      <SelectField
        {...draftField('on_behalf_of/relation', errors)}
        label={texts.relation}
        required
        empty={texts.chooseRelation}
        choices={relations.map((value) => ({ value, label: texts.relations[value] }))}
      />
    </fieldset>
  );
}
