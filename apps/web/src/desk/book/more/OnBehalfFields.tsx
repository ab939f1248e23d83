import { relations } from '@sportello/contract';
import { bookPerson } from '../../../messages/book-person.ts';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { CompactSelect } from '../../CompactSelect.tsx';
import { Segments } from '../choice/Segments.tsx';
import type { DeskDraft } from '../draft.ts';
import { typeFields } from '../draft-store.ts';
import { draftField } from '../fields.ts';

/** For who calls on behalf of somebody else: a relative, a client, a firm. */
export function OnBehalfFields({ draft, errors }: { readonly draft: DeskDraft; readonly errors: Readonly<Record<string, string>> }) {
  const { more: texts } = useMessages(deskBook);
  const { person } = useMessages(bookPerson);
  const kind = draft.typed['on_behalf_of/kind'] ?? 'none';
  return (
    <>
      <Segments
        legend={texts.onBehalf}
        name="on_behalf_of/kind"
        choices={(['none', 'person', 'company'] as const).map((value) => ({ value, label: texts.onBehalfOf[value] }))}
        value={kind}
        onChange={(value) => typeFields({ 'on_behalf_of/kind': value, 'on_behalf_of/relation': value === 'company' ? 'legal_representative' : 'family' })}
      />
      {kind === 'person' && (
        <div className="field-pairs">
          <TextField {...draftField('on_behalf_of/given_name', draft, errors)} label={texts.beneficiary.given} required autoComplete="off" maxLength={100} />
          <TextField {...draftField('on_behalf_of/family_name', draft, errors)} label={texts.beneficiary.family} required autoComplete="off" maxLength={100} />
        </div>
      )}
      {kind === 'company' && <TextField {...draftField('on_behalf_of/name', draft, errors)} label={texts.companyName} required autoComplete="off" maxLength={100} />}
      {kind !== 'none' && (
        <CompactSelect
          label={texts.relation}
          choices={relations.map((value) => ({ value, label: person.relations[value] }))}
          value={draft.typed['on_behalf_of/relation'] || 'family'}
          onChange={(relation) => typeFields({ 'on_behalf_of/relation': relation })}
        />
      )}
    </>
  );
}
