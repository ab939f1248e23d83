import { type ContentOf, type Language, languages, type MessageTextName, messageTextNames, placeholders, previewMessage, unknownPlaceholders } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { useAnswer } from '../../../api.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { messageTexts } from '../../../messages/message-texts.ts';
import { Refusal } from '../../../staff/Refusal.tsx';
import { staffCall } from '../../../staff/staff-call.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { withoutBlanks } from '../content.ts';
import { InTwo } from '../InTwo.tsx';
import { recordsOf } from '../queries.ts';
import { RecordPage } from '../RecordPage.tsx';
import type { Edit } from '../use-record-edit.ts';

type Content = ContentOf<'message_text'>;

/** What a message to citizens says first, in the words of the union: with what it may leave open, and how it reads. */
export function MessageTextPage() {
  const taken = useAnswer(recordsOf('message_text')).items.map(({ content }) => content.message);
  const [first = 'confirmation'] = messageTextNames.filter((name) => !taken.includes(name));
  return <RecordPage kind="message_text" start={{ kind: 'message_text', message: first, text: { it: '' } }} form={(edit) => <MessageTextForm edit={edit} taken={taken} />} />;
}

function MessageTextForm({ edit, taken }: { readonly edit: Edit<Content>; readonly taken: readonly MessageTextName[] }) {
  const texts = useMessages(messageTexts);
  const { content, isNew } = edit;
  const beginning = useMutation({ mutationFn: () => productTexts(content.message), onSuccess: (found) => edit.change(found) });
  const free = messageTextNames.filter((name) => name === content.message || !taken.includes(name));
  const unknown = languages.flatMap((language) => [content.subject, content.title, content.text].flatMap((part) => unknownPlaceholders(part?.[language] ?? '')));
  return (
    <>
      {isNew && <SelectField {...edit.text('/message')} label={texts.message} required empty="" choices={free.map((value) => ({ value, label: texts.messages[value] }))} />}
      <div className="button-row mb-3">
        <Button kind="outline-primary" busy={beginning.isPending} onClick={() => beginning.mutate()}>
          {texts.begin}
        </Button>
      </div>
      <Refusal error={beginning.error} />
      <InTwo edit={edit} at="/subject" label={texts.subject} help={texts.blankHelp} maxLength={150} />
      <InTwo edit={edit} at="/title" label={texts.title} help={texts.blankHelp} maxLength={150} />
      <InTwo edit={edit} at="/text" label={texts.text} help={texts.textHelp} required rows={6} maxLength={3000} />
      <div role="status">{unknown.length > 0 && <Alert kind="warning">{texts.unknown([...new Set(unknown)].join(', '))}</Alert>}</div>
      <Placeholders />
      <Preview content={content} />
    </>
  );
}

function Placeholders() {
  const texts = useMessages(messageTexts);
  return (
    <section aria-label={texts.placeholders}>
      <h2 className="h4">{texts.placeholders}</h2>
      <p className="form-text">{texts.placeholdersLead}</p>
      <dl className="placeholder-list">
        {placeholders.map((name) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{texts.meanings[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Preview({ content }: { readonly content: Content }) {
  const texts = useMessages(messageTexts);
  const looking = useMutation({ mutationFn: (language: Language) => staffCall(previewMessage, { body: { message: content.message, content: withoutBlanks(content), language } }) });
  return (
    <section aria-label={texts.preview}>
      <h2 className="h4">{texts.preview}</h2>
      <p className="form-text">{texts.previewLead}</p>
      <div className="button-row mb-3">
        {languages.map((language) => (
          <Button key={language} kind="outline-primary" busy={looking.isPending && looking.variables === language} onClick={() => looking.mutate(language)}>
            {texts.previewIn[language]}
          </Button>
        ))}
      </div>
      <Refusal error={looking.error} />
      <div role="status">
        {looking.data && (
          <div className="message-preview" lang={looking.variables}>
            <p>
              <strong>{texts.subjectIs(looking.data.subject)}</strong>
            </p>
            <p className="message-preview-text">{looking.data.text}</p>
          </div>
        )}
      </div>
    </section>
  );
}

async function productTexts(message: MessageTextName): Promise<Pick<Content, 'subject' | 'title' | 'text'>> {
  const [it, en] = await Promise.all(languages.map(async (language) => (await staffCall(previewMessage, { body: { message, language } })).product));
  const both = (part: 'subject' | 'title' | 'text') => ({ it: it?.[part] ?? '', en: en?.[part] ?? '' });
  return { subject: both('subject'), title: both('title'), text: both('text') };
}
