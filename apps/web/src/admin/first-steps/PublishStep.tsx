import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../api.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { paths } from '../../paths.ts';
import { Confirm } from '../../staff/Confirm.tsx';
import { useForm } from '../../staff/form.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { type ItemOf, recordsOf } from '../records/queries.ts';
import { useToday } from '../records/today.ts';
import { hasOpenParts, privacyDraftOf } from './privacy-draft.ts';
import { PrivacyFields, type PrivacyValues } from './PrivacyFields.tsx';
import { useFirstSteps } from './queries.ts';
import { publish } from './save-publication.ts';
import { StepFrame } from './StepFrame.tsx';
import { WhatCitizensFind } from './WhatCitizensFind.tsx';

/** The last look, the privacy notice, and the act that opens the desk. */
export function PublishStep() {
  const { service_id, has_privacy_notice } = useFirstSteps();
  const service = useAnswer(recordsOf('service')).items.find(({ id }) => id === service_id);
  return <StepFrame name="publication">{service && <PublishForm service={service} hasNotice={has_privacy_notice} />}</StepFrame>;
}

function PublishForm({ service, hasNotice }: { readonly service: ItemOf<'service'>; readonly hasNotice: boolean }) {
  const { publish: texts, done } = useMessages(firstSteps);
  const { unsaved } = useMessages(staff);
  const [union] = useAnswer(recordsOf('union')).items;
  const navigate = useNavigate();
  const today = useToday();
  const [isAsking, setAsking] = useState(false);
  const isEnglish = union?.content.languages.includes('en') ?? false;
  const form = useForm<PrivacyValues, unknown>({
    initial: { dpo: '', it: null, en: null, isRead: false },
    check: (values) => {
      if (hasNotice) return {};
      const written = [['it', textOf(values, 'it')], ...(isEnglish ? [['en', textOf(values, 'en')] as const] : [])] as const;
      return {
        ...(values.dpo.trim() === '' && hasOpenParts(textOf(values, 'it')) && { dpo: texts.dpoMissing }),
        ...(values.dpo.trim() !== '' && Object.fromEntries(written.filter(([, text]) => hasOpenParts(text)).map(([language]) => [language, texts.textOpen]))),
        ...(textOf(values, 'it').trim() === '' && { it: texts.textMissing }),
        ...(!values.isRead && { isRead: texts.readMissing }),
      };
    },
    // The form only judges; what publishes is the confirmation.
    send: () => Promise.resolve(),
    onDone: () => setAsking(true),
  });
  useUnsavedWarning(!hasNotice && form.isChanged && !isAsking, unsaved);

  function textOf(values: PrivacyValues, language: 'it' | 'en'): string {
    return values[language] ?? (union ? privacyDraftOf(union.content, values.dpo, language) : '');
  }

  if (service.content.is_published) {
    return (
      <Alert kind="success">
        <p>{done.text(service.title)}</p>
        <a href={staffPaths.record('service', service.id)}>{texts.look}</a>
      </Alert>
    );
  }
  return (
    <form noValidate onSubmit={form.submit} className="record-form">
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <WhatCitizensFind service={service} />
      <h2>{texts.privacy}</h2>
      {hasNotice ? (
        <p>
          {texts.privacyThere}{' '}
          <a href={paths.privacy()} target="_blank" rel="noreferrer">
            {texts.privacySee}
          </a>
        </p>
      ) : (
        <PrivacyFields form={form} textOf={(language) => textOf(form.values, language)} isEnglish={isEnglish} />
      )}
      <Button type="submit" wide>
        {texts.action}
      </Button>
      {isAsking && (
        <Confirm
          title={texts.confirmTitle(service.title)}
          action={texts.action}
          isDangerous={false}
          send={() => {
            const english = isEnglish ? textOf(form.values, 'en').trim() : '';
            return publish({ serviceId: service.id, notice: hasNotice ? null : { today, text: { it: textOf(form.values, 'it').trim(), ...(english && { en: english }) } } });
          }}
          onDone={() => void navigate(staffPaths.firstSteps())}
          onClose={() => setAsking(false)}
        >
          <p>{texts.confirm}</p>
        </Confirm>
      )}
    </form>
  );
}
