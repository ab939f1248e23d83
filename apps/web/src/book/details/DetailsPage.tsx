import { useNavigate } from 'react-router';
import { bookPerson } from '../../messages/book-person.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { PlainText } from '../../ui/PlainText.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BookingFrame } from '../BookingFrame.tsx';
import { loadStep, useBookable } from '../booking.ts';
import { changeDraft, currentDraft } from '../draft-store.ts';
import { draftField } from '../fields.ts';
import { useCheckedForm } from '../form-errors.ts';
import { HeldTime } from '../HeldTime.tsx';
import { answerField, mistakesInDetails } from '../mistakes.ts';
import { refusedOn } from '../refusals.ts';
import { sayMistakes } from '../say-mistakes.ts';
import { StepActions } from '../StepActions.tsx';
import { pathOfStep, stepBefore } from '../steps.ts';
import { QuestionField } from './QuestionField.tsx';

export const loadDetails = loadStep('details');

const mostInTopic = 120;
const mostInDetails = 200;

export function DetailsPage() {
  const { details: texts, mistakes } = useMessages(bookPerson);
  const { draft, choice, bookable } = useBookable();
  const { way, service } = bookable;
  const navigate = useNavigate();
  const form = useCheckedForm({
    find: () => sayMistakes(mistakesInDetails(currentDraft().typed, way.questions, service.name), mistakes),
    onRight: goOn,
    refused: refusedOn('details', draft.refused),
  });
  const { questions } = way;
  const topic = draftField('topic', form.errors);

  function goOn(): void {
    changeDraft({ refused: {} });
    void navigate(pathOfStep('person', choice));
  }

  /** In the summary, away from its field, an answer needs its question. */
  function withQuestions(errors: Readonly<Record<string, string>>): Record<string, string> {
    const asked = new Map(questions.map((question) => [answerField(question), question.label]));
    return Object.fromEntries(Object.entries(errors).map(([field, mistake]) => [field, asked.has(field) ? texts.about(asked.get(field) ?? '', mistake) : mistake]));
  }

  return (
    <BookingFrame step="details">
      <HeldTime />
      <form noValidate onSubmit={form.submit}>
        <ErrorSummary errors={withQuestions(form.errors)} ref={form.summary} />
        <TextField {...topic} label={texts.topic} help={texts.topicHelp} required maxLength={mostInTopic} defaultValue={draft.typed.topic ?? service.name} />
        <TextArea {...draftField('details', form.errors)} label={texts.details} help={texts.detailsHelp} maxLength={mostInDetails} />
        {questions.length > 0 && (
          <section aria-labelledby="questions">
            <h2 className="h3" id="questions">
              {texts.questions}
            </h2>
            {questions.map((question) => (
              <QuestionField key={question.id} question={question} errors={form.errors} />
            ))}
          </section>
        )}
        {way.texts.documents && (
          <section className="booking-card" aria-labelledby="documents">
            <h2 className="h3" id="documents">
              {texts.documents}
            </h2>
            <PlainText text={way.texts.documents} headingLevel={3} />
          </section>
        )}
        <StepActions backPath={pathOfStep(stepBefore('details'), choice)} />
      </form>
    </BookingFrame>
  );
}
