import { fileTypes } from '@sportello/contract';
import { type DragEvent, useId, useState } from 'react';
import { papers } from '../messages/papers.ts';
import { useMessages } from '../messages/LanguageContext.tsx';

interface Props {
  /** What the paper answers. */
  readonly question: string | undefined;
  readonly isForOne: boolean;
  readonly inputId?: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

const endings = Object.keys(fileTypes)
  .map((ending) => `.${ending}`)
  .join(',');

/** The browser's own way to pick a file, which everybody knows; dropping one is an extra. */
export function AddPapers({ question, isForOne, inputId, describedBy, isInvalid = false, onPick }: Props) {
  const texts = useMessages(papers);
  const own = useId();
  const id = inputId ?? own;
  const [isOver, setOver] = useState(false);

  function dropped(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    onPick(isForOne ? files.slice(0, 1) : files);
  }

  return (
    <div
      className={`papers-add ${isOver ? 'papers-add-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input
        className="papers-input"
        type="file"
        id={id}
        accept={endings}
        multiple={!isForOne}
        aria-label={question === undefined ? undefined : texts.addOf(question)}
        aria-describedby={[`${own}-accepted`, describedBy].filter(Boolean).join(' ')}
        aria-invalid={isInvalid || undefined}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          target.value = ''; // so that the same file can be picked once more
        }}
      />
      <label className="btn btn-outline-primary" htmlFor={id}>
        {texts.add}
      </label>
      <p className="form-text" id={`${own}-accepted`}>
        {texts.accepted} <span className="papers-drop">{texts.drop}</span>
      </p>
    </div>
  );
}
