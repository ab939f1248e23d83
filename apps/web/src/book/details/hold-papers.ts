import { addHoldFile, listHoldFiles, type Question, removeHoldFile, type StoredFiles } from '@sportello/contract';
import { ask, send } from '../../api.ts';
import type { PapersPort } from '../../papers/papers-port.ts';
import { sendFile } from '../../papers/transfer.ts';
import { currentLanguage } from '../../session/language-choice.ts';
import type { KeptHold } from '../draft.ts';
import { currentDraft, typeField } from '../draft-store.ts';
import { answerField, paperNameField } from '../mistakes.ts';

/** The one paper that answers a question of a booking under way. The answer in the draft is its id, and follows what is there. */
export function papersOfQuestion({ id, token }: Pick<KeptHold, 'id' | 'token'>, question: Pick<Question, 'id'>): PapersPort {
  const asked = ask(listHoldFiles, { params: { id }, token })(currentLanguage());

  function keepAnswer(paper: { readonly id: string; readonly name: string } | undefined): void {
    if ((currentDraft().typed[answerField(question)] ?? '') === (paper?.id ?? '')) return;
    typeField(answerField(question), paper?.id ?? '');
    typeField(paperNameField(question), paper?.name ?? '');
  }

  return {
    queryKey: [...asked.queryKey, question.id],
    async list(signal): Promise<StoredFiles> {
      const { items, can_add } = await asked.queryFn({ signal });
      const own = items.filter((file) => file.question_id === question.id).slice(-1);
      keepAnswer(own[0]);
      return { items: own, can_add: can_add && own.length === 0 };
    },
    async add(file, upload) {
      const added = await sendFile(addHoldFile, { params: { id }, opened: { by: 'token', token }, file, questionId: question.id, upload });
      keepAnswer({ id: added.id, name: file.name });
      return added;
    },
    open: null,
    async remove(fileId) {
      await send(removeHoldFile, { params: { id, file_id: fileId }, token });
      keepAnswer(undefined);
    },
  };
}
