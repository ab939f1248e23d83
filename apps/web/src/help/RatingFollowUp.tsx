import { type FormEvent, useId } from 'react';
import { help } from '../messages/help.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';

interface Props {
  readonly stars: number | null;
  readonly isSending: boolean;
  readonly onSend: (said: { readonly answer: string; readonly comment: string }) => void;
}

const mostCharacters = 200;

/**
 * Up to three stars we ask what was hard, from four on what was good. Both questions are in the page from the start, as
 * the checker of the national model expects; nobody meets the one that does not apply.
 */
export function RatingFollowUp({ stars, isSending, onSend }: Props) {
  const { rating } = useMessages(help);
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    onSend({ answer: String(said.get('answer') ?? ''), comment: String(said.get('comment') ?? '') });
  }

  return (
    <form hidden={stars === null} onSubmit={submit}>
      <FixedAnswers element="feedback-rating-negative" {...rating.negative} hidden={stars === null || stars > 3} />
      <FixedAnswers element="feedback-rating-positive" {...rating.positive} hidden={stars === null || stars <= 3} />
      <TextArea id={id} name="comment" label={rating.comment} help={rating.commentHelp} maxLength={mostCharacters} rows={3} element="feedback-input-text" />
      <Button type="submit" busy={isSending} wide>
        {rating.send}
      </Button>
    </form>
  );
}

interface AnswersProps {
  readonly element: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly hidden: boolean;
}

function FixedAnswers({ element, question, answers, hidden }: AnswersProps) {
  const id = useId();
  return (
    <fieldset data-element={element} hidden={hidden} disabled={hidden}>
      <legend data-element="feedback-rating-question">{question}</legend>
      {answers.map((answer, index) => (
        <div className="form-check" key={answer}>
          <input type="radio" name="answer" id={`${id}-${index}`} value={answer} />
          <label htmlFor={`${id}-${index}`} data-element="feedback-rating-answer">
            {answer}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
