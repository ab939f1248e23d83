import type { Question, ServiceChannel } from '@sportello/contract';
import { AnswerField } from '../../book/details/AnswerField.tsx';
import { PaperFrame } from '../../book/details/PaperFrame.tsx';
import { common } from '../../messages/common.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';

/** The questions of each way of booking, as they are answered. */
export function QuestionsPreview({ channels }: { readonly channels: readonly ServiceChannel[] }) {
  const { preview: texts } = useMessages(servicesAdmin);
  const { channels: names } = useMessages(common);
  const asking = channels.filter(({ questions }) => questions.length > 0);
  if (asking.length === 0) return <p>{texts.noQuestions}</p>;
  return asking.map(({ channel, questions }) => (
    <section key={channel} aria-label={texts.questionsOf(names[channel])}>
      <h3>{names[channel]}</h3>
      {questions.map((question) => (
        <Answer key={question.id} question={question} />
      ))}
    </section>
  ));
}

function Answer({ question }: { readonly question: Question }) {
  const { preview: texts } = useMessages(servicesAdmin);
  const field = { id: `preview-${question.id}`, question, error: undefined };
  if (question.kind === 'file') return <PaperFrame {...field}>{() => <p>{texts.paper}</p>}</PaperFrame>;
  // The field keeps what is typed as long as it is looked at; nobody else does.
  return <AnswerField {...field} kind={question.kind} value={undefined} onChange={() => undefined} />;
}
