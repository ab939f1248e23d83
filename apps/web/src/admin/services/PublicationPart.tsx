import { recordFields } from '../../messages/record-fields.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AddressField } from '../records/AddressField.tsx';
import type { ServiceEdit } from './service-edit.ts';

/** Who sees the service, where, and how long what people write is kept. */
export function PublicationPart({ edit }: { readonly edit: ServiceEdit }) {
  const { publication: texts, parts } = useMessages(servicesAdmin);
  const { labels } = useMessages(recordFields);
  return (
    <>
      <h2>{parts.publication}</h2>
      <RadioCards
        id={edit.idOf('/is_published')}
        label={texts.visible}
        help={texts.effect}
        error={edit.errorOf('/is_published')}
        required
        choices={[
          { value: 'no', title: texts.unpublished, text: texts.unpublishedText },
          { value: 'yes', title: texts.published, text: texts.publishedText },
        ]}
        value={edit.content.is_published ? 'yes' : 'no'}
        onChange={(value) => edit.put('/is_published', value === 'yes')}
      />
      <AddressField edit={edit} />
      <div className="rule-row">
        <TextField {...edit.number('/retention_months')} label={labels.retention_months} help={texts.retentionHelp} required inputMode="numeric" autoComplete="off" maxLength={3} />
      </div>
    </>
  );
}
