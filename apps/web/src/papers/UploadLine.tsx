import { useId } from 'react';
import { papers } from '../messages/papers.ts';
import { useMessages } from '../messages/LanguageContext.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { UploadRow } from './use-uploads.ts';

interface Props {
  readonly row: UploadRow;
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}

/** A file on its way: how far it has come, or why it did not arrive. */
export function UploadLine({ row: { file, progress }, onRetry, onDrop }: Props) {
  const texts = useMessages(papers);
  const id = useId();
  if (progress.is === 'failed') {
    return (
      <li className="paper paper-failed">
        <div className="paper-about" role="alert">
          <p className="paper-name">
            <Icon name="error" size="sm" /> {texts.notSent(file.name)}
          </p>
          <p className="paper-reason">{progress.text}</p>
        </div>
        <div className="paper-actions">
          {progress.mayRetry && (
            <button type="button" className="paper-button" aria-label={texts.retryOf(file.name)} onClick={onRetry}>
              {texts.retry}
            </button>
          )}
          <button type="button" className="paper-button" aria-label={texts.dismissOf(file.name)} onClick={onDrop}>
            {texts.dismiss}
          </button>
        </div>
      </li>
    );
  }
  const percent = progress.is === 'sending' ? Math.floor(progress.share * 100) : 0;
  return (
    <li className="paper">
      <div className="paper-about">
        <p className="paper-name" id={id}>
          {texts.sending(file.name)}
        </p>
        <progress className="paper-progress" max={100} value={percent} aria-labelledby={id} />
        <p className="paper-facts">{progress.is === 'waiting' ? texts.waiting : percent === 100 ? texts.checking : texts.percent(percent)}</p>
      </div>
      <div className="paper-actions">
        <button type="button" className="paper-button" aria-label={texts.cancelOf(file.name)} onClick={onDrop}>
          {texts.cancel}
        </button>
      </div>
    </li>
  );
}
