import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { InTwo } from '../records/InTwo.tsx';
import type { ChannelEdit } from './service-edit.ts';

const longest = 20_000;

/** What is said to people who book in this way. */
export function WordsFields({ edit, rules: { channel }, at }: ChannelEdit) {
  const { words } = useMessages(servicesAdmin);
  const text = (name: string, label: string, help: string) => <InTwo edit={edit} at={at(name)} label={label} help={help} maxLength={longest} rows={4} />;
  return (
    <>
      {text('documents', words.documents, words.documentsHelp)}
      {text('before', words.before, words.beforeHelp)}
      {text('after', words.after, words.afterHelp)}
      {channel === 'video' && text('before_video', words.beforeVideo, words.beforeVideoHelp)}
      {text('closing', words.closing, words.closingHelp)}
    </>
  );
}
