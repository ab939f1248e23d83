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
import { useToday } from '../today.ts';
import type { Edit } from '../use-record-edit.ts';

// What citizens read: all of it texts in two languages.

export function FaqPage() {
  const position = nextPosition(useAnswer(recordsOf('faq')).items);
  return <RecordPage kind="faq" start={{ kind: 'faq', position, question: { it: '' }, answer: { it: '' } }} form={(edit) => <FaqForm edit={edit} />} />;
}

function FaqForm({ edit }: { readonly edit: Edit<ContentOf<'faq'>> }) {
  const { labels } = useMessages(recordFields);
  const { textHelp } = useMessages(recordForms);
  return (
    <>
      <InTwo edit={edit} at="/question" label={labels.question} required rows={2} maxLength={500} />
      <InTwo edit={edit} at="/answer" label={labels.answer} help={textHelp} required rows={8} maxLength={20_000} />
    </>
  );
}

export function LifeEventPage() {
  const position = nextPosition(useAnswer(recordsOf('life_event')).items);
  return <RecordPage kind="life_event" start={{ kind: 'life_event', slug: '', name: { it: '' }, position }} form={(edit) => <LifeEventForm edit={edit} />} />;
}

function LifeEventForm({ edit }: { readonly edit: Edit<ContentOf<'life_event'>> }) {
  const { labels } = useMessages(recordFields);
  const { textHelp } = useMessages(recordForms);
  return (
    <>
      <InTwo edit={edit} at="/name" label={labels.name} required maxLength={200} />
      <AddressField edit={edit} />
      <InTwo edit={edit} at="/description" label={labels.description} help={textHelp} rows={5} maxLength={20_000} />
    </>
  );
}

export function PrivacyNoticePage() {
  const { notice } = useMessages(recordForms);
  const today = useToday();
  const newest = useAnswer(recordsOf('privacy_notice')).items.reduce<ContentOf<'privacy_notice'> | null>((found, { content }) => (found && found.valid_from > content.valid_from ? found : content), null);
  // A new version begins with the text of the one before: most of it stays.
  const start: ContentOf<'privacy_notice'> = { kind: 'privacy_notice', version: '', valid_from: '', text: newest?.text ?? { it: '' } };
  return <RecordPage kind="privacy_notice" start={start} lockedFor={({ valid_from }) => (valid_from <= today ? notice.locked : undefined)} form={(edit) => <PrivacyNoticeForm edit={edit} />} />;
}

function PrivacyNoticeForm({ edit }: { readonly edit: Edit<ContentOf<'privacy_notice'>> }) {
  const { labels } = useMessages(recordFields);
  const { notice } = useMessages(recordForms);
  return (
    <>
      <div className="field-columns">
        <TextField {...edit.text('/version')} label={labels.version} help={notice.versionHelp} required autoComplete="off" maxLength={40} />
        <TextField {...edit.text('/valid_from')} type="date" label={labels.valid_from} help={notice.fromHelp} required />
      </div>
      <InTwo edit={edit} at="/text" label={labels.text} help={notice.textHelp} required rows={24} maxLength={100_000} />
    </>
  );
}

function nextPosition(items: readonly { readonly content: { readonly position: number } }[]): number {
  return Math.max(-1, ...items.map(({ content }) => content.position)) + 1;
}
