import type { RecordContent } from '@sportello/contract';
import { recordFields } from '../../messages/record-fields.ts';
import { recordForms } from '../../messages/record-forms.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Edit } from './use-record-edit.ts';

/** The part of an address: of a new record it is made from the name. */
export function AddressField({ edit }: { readonly edit: Pick<Edit<RecordContent>, 'text' | 'isNew'> }) {
  const { labels } = useMessages(recordFields);
  const { slugHelp, slugNew } = useMessages(recordForms);
  return <TextField {...edit.text('/slug')} label={labels.slug} help={edit.isNew ? slugNew : slugHelp} required={!edit.isNew} autoComplete="off" maxLength={100} />;
}
