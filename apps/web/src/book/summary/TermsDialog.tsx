import { book } from '../../messages/book.ts';
import { bookDone } from '../../messages/book-done.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PlainText } from '../../ui/PlainText.tsx';

interface Props {
  /** Of the service, as the union wrote them. */
  readonly terms: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** The last word before the request goes. */
export function TermsDialog({ terms, isBusy, onConfirm, onClose }: Props) {
  const { terms: texts, summary } = useMessages(bookDone);
  const { cancel } = useMessages(book);
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>{texts.text}</p>
      <ul>
        {texts.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {terms && (
        <>
          <h3>{texts.service}</h3>
          <PlainText text={terms} headingLevel={4} />
        </>
      )}
      {isBusy && <p>{summary.sending}</p>}
      <div className="button-row">
        <Button busy={isBusy} onClick={onConfirm}>
          {texts.confirm}
        </Button>
        <Button kind="outline-primary" busy={isBusy} onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </Dialog>
  );
}
