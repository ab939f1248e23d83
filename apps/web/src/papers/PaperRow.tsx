import type { StoredFile } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { formatBytes } from '../format/bytes.ts';
import { formatHour, formatShortDay } from '../format/dates.ts';
import { papers } from '../messages/papers.ts';
import type { it } from '../messages/papers.it.ts';
import { useLanguage, useMessages } from '../messages/LanguageContext.tsx';
import type { PapersPort, PapersReader } from './papers-port.ts';
import { saveBlob } from './save-blob.ts';

interface Props {
  readonly file: StoredFile;
  readonly reader: PapersReader;
  readonly port: PapersPort;
  /** The list is of one question only, which needs not be said again. */
  readonly isAnswer: boolean;
  /** The desk opened what was new to it. */
  readonly onSeen: () => void;
  /** null: whoever looks may not take it away. */
  readonly onRemove: (() => void) | null;
}

/** One paper: what it is, who gave it when, and what can be done with it. */
export function PaperRow({ file, reader, port: { open }, isAnswer, onSeen, onRemove }: Props) {
  const texts = useMessages(papers);
  const language = useLanguage();
  const opening = useMutation({ mutationFn: async () => open && saveBlob(await open(file.id), file.name), onSuccess: () => file.is_new && onSeen() });
  const kind = file.name.split('.').at(-1)?.toUpperCase() ?? '';
  const when = `${formatShortDay(file.created_at, language)}, ${formatHour(file.created_at, language)}`;
  return (
    <li className="paper">
      <div className="paper-about">
        <p className="paper-name">
          {file.name} {file.is_new && <span className="paper-new">{texts.isNew}</span>}
        </p>
        <p className="paper-facts">
          {kind}, {formatBytes(file.bytes, language)}
          {file.question_id && !isAnswer && `, ${texts.answers}`}
        </p>
        <p className="paper-facts">
          {saysWho(file, reader, texts)}, {when}
        </p>
      </div>
      <div className="paper-actions">
        {open && (
          <button type="button" className="paper-button" aria-label={texts.openOf(file.name)} aria-disabled={opening.isPending || undefined} onClick={() => !opening.isPending && opening.mutate()}>
            {opening.isPending ? texts.opening : texts.open}
          </button>
        )}
        {onRemove && (
          <button type="button" className="paper-button" aria-label={texts.removeOf(file.name)} onClick={onRemove}>
            {texts.remove}
          </button>
        )}
      </div>
      {opening.isError && (
        <p className="paper-trouble" role="alert">
          {texts.notOpened}
        </p>
      )}
    </li>
  );
}

function saysWho({ from, from_name: name }: StoredFile, reader: PapersReader, texts: typeof it): string {
  if (from === 'citizen' && reader === 'citizen') return texts.from.mine;
  return name === null ? texts.from[from] : texts.fromNamed[from](name);
}
