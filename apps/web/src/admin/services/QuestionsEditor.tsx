import type { QuestionContent } from '@sportello/contract';
import { type DragEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { moved } from '../records/moved.ts';
import { QuestionFields } from './QuestionFields.tsx';
import type { ChannelEdit } from './service-edit.ts';

const mostQuestions = 50;

/** The questions of one way of booking, in the order in which they are asked. */
export function QuestionsEditor(channel: ChannelEdit) {
  const { questions: texts } = useMessages(servicesAdmin);
  const { edit, rules, at } = channel;
  const { questions } = rules;
  const [open, setOpen] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const pointer = at('questions');
  const put = (next: readonly QuestionContent[]) => edit.put(pointer, next);
  const labelOf = ({ label }: QuestionContent) => label.it || texts.untitled;
  const idOfButton = (index: number, name: string) => `${edit.idOf(`${pointer}/${index}`)}-${name}`;

  function move(from: number, to: number, name?: 'up' | 'down'): void {
    const question = questions[from];
    if (!question || to < 0 || to >= questions.length || from === to) return;
    flushSync(() => {
      put(moved(questions, from, to));
      setOpen(null);
      setSaid(texts.moved(labelOf(question), to + 1, questions.length));
    });
    // The key that was pressed is now another one: who holds it goes along.
    if (name) document.getElementById(idOfButton(to, name))?.focus();
  }

  function add(): void {
    flushSync(() => {
      put([...questions, { kind: 'short_text', label: { it: '' }, required: false }]);
      setOpen(questions.length);
    });
    document.getElementById(edit.idOf(`${pointer}/${questions.length}/label/it`))?.focus();
  }

  function remove(index: number): void {
    const question = questions[index];
    flushSync(() => {
      put(questions.toSpliced(index, 1));
      setOpen(null);
      setSaid(question ? texts.removed(labelOf(question)) : '');
    });
    document.getElementById(edit.idOf(pointer))?.focus();
  }

  function begin({ dataTransfer }: DragEvent, index: number): void {
    dataTransfer.effectAllowed = 'move';
    // Some browsers drag nothing that carries nothing.
    dataTransfer.setData('text/plain', String(index));
    setDragged(index);
  }

  function drop(event: DragEvent, to: number): void {
    event.preventDefault();
    if (dragged !== null) move(dragged, to);
    setDragged(null);
  }

  return (
    <fieldset id={edit.idOf(pointer)} tabIndex={-1} data-quiet-focus className="plain-group">
      <legend className="visually-hidden">{texts.text}</legend>
      <p className="form-text">{questions.length === 0 ? texts.none : texts.text}</p>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <ol className="question-rows">
        {questions.map((question, index) => (
          <li key={index} className={dragged === index ? 'is-dragged' : undefined} onDragOver={(event) => dragged !== null && event.preventDefault()} onDrop={(event) => drop(event, index)}>
            <div className="question-line" draggable={open === null} onDragStart={(event) => begin(event, index)} onDragEnd={() => setDragged(null)}>
              <p>
                <strong>{labelOf(question)}</strong>
                <span className="rule-limits">{[texts.kinds[question.kind], ...(question.required ? [texts.isRequired] : [])].join(', ')}</span>
              </p>
              <div className="rule-actions">
                <button type="button" className="plain-button" id={idOfButton(index, 'up')} aria-label={texts.upOf(labelOf(question))} aria-disabled={index === 0 || undefined} onClick={() => move(index, index - 1, 'up')}>
                  {texts.up}
                </button>
                <button type="button" className="plain-button" id={idOfButton(index, 'down')} aria-label={texts.downOf(labelOf(question))} aria-disabled={index === questions.length - 1 || undefined} onClick={() => move(index, index + 1, 'down')}>
                  {texts.down}
                </button>
                <button type="button" className="plain-button" aria-expanded={open === index} aria-label={(open === index ? texts.closeOf : texts.editOf)(labelOf(question))} onClick={() => setOpen(open === index ? null : index)}>
                  {open === index ? texts.close : texts.edit}
                </button>
                <button type="button" className="plain-button" aria-label={texts.removeOf(labelOf(question))} onClick={() => remove(index)}>
                  {texts.remove}
                </button>
              </div>
            </div>
            {/* Closed it stays in the page, so that what is wrong with it has a place. */}
            <div hidden={open !== index} data-opens={index} onFocus={() => open !== index && setOpen(index)}>
              <QuestionFields edit={edit} pointer={`${pointer}/${index}`} question={question} number={index + 1} />
            </div>
          </li>
        ))}
      </ol>
      {questions.length < mostQuestions && (
        <Button kind="outline-primary" onClick={add}>
          {texts.add}
        </Button>
      )}
    </fieldset>
  );
}
