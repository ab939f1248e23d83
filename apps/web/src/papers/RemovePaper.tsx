import { ApiProblem } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { papers } from '../messages/papers.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { refusalAfter } from './refusal-of-paper.ts';

interface Props {
  readonly name: string;
  readonly remove: () => Promise<unknown>;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before a paper is gone for good. One that is gone already is as good as taken away. */
export function RemovePaper({ name, remove, onDone, onClose }: Props) {
  const texts = useMessages(papers);
  const removing = useMutation({ mutationFn: () => remove().catch(unlessGone), onSuccess: onDone });
  return (
    <Dialog title={texts.removeTitle} onClose={onClose}>
      <p className="papers-dialog-text">{texts.removeText(name)}</p>
      {removing.error && (
        <Alert kind="danger" role="alert">
          {removing.error instanceof ApiProblem && removing.error.status === 409 ? texts.notRemoved : refusalAfter(removing.error, texts).text}
        </Alert>
      )}
      <div className="button-row">
        <Button kind="outline-primary" wide onClick={onClose}>
          {texts.keep}
        </Button>
        <Button kind="danger" wide busy={removing.isPending} onClick={() => removing.mutate()}>
          {texts.remove}
        </Button>
      </div>
    </Dialog>
  );
}

function unlessGone(error: unknown): void {
  if (!(error instanceof ApiProblem && error.status === 404)) throw error;
}
