import type { ChannelContent, QuestionContent } from '@sportello/contract';
import type { FieldProblem, Said } from '../../http/problems.ts';
import type { Scene } from './kind.ts';

interface ChannelScene extends Scene {
  /** JSON pointer of the channel. */
  readonly field: string;
  readonly isPublished: boolean;
}

/** What is wrong with one way of booking a service, beyond its shape. */
export function judgeChannel(content: ChannelContent, scene: ChannelScene): FieldProblem[] {
  const { field, isPublished } = scene;
  const { channel, needs, place_ids, person_may_choose } = content;
  const isDesk = channel === 'desk';
  const at = (name: string, detail: Said): FieldProblem => ({ field: `${field}/${name}`, detail });
  const errors: FieldProblem[] = [];
  if (isPublished && needs.length === 0) errors.push(at('needs', say.nobody));
  if (isPublished && isDesk && place_ids.length === 0) errors.push(at('place_ids', say.noPlace));
  if (!isDesk && place_ids.length > 0) errors.push(at('place_ids', say.placeElsewhere));
  if (person_may_choose && (needs[0]?.length ?? 0) === 0) errors.push(at('person_may_choose', say.nobodyToChoose));
  if (channel !== 'video' && content.before_video !== undefined) errors.push(at('before_video', say.noVideo));
  return [...errors, ...judgeNeeds(needs, field), ...judgeQuestions(content, scene)];
}

/** One appointment takes one calendar of each need: none may be in two. */
function judgeNeeds(needs: ChannelContent['needs'], field: string): FieldProblem[] {
  const seen = new Set<string>();
  return needs.flatMap((ids, need) =>
    ids.flatMap((id, index) => {
      if (seen.has(id)) return [{ field: `${field}/needs/${need}/${index}`, detail: say.inTwoNeeds }];
      seen.add(id);
      return [];
    }),
  );
}

function judgeQuestions({ channel, questions }: ChannelContent, { rows, id, field }: ChannelScene): FieldProblem[] {
  const row = rows.serviceChannels.find((one) => one.serviceId === id && one.channel === channel);
  const isElsewhere = (questionId: string) => rows.questions.some((question) => question.id === questionId && question.serviceChannelId !== row?.id);
  return questions.flatMap((question, index) => {
    const at = `${field}/questions/${index}`;
    const isTwice = question.id !== undefined && questions.findIndex((other) => other.id === question.id) < index;
    const isOfOther = question.id !== undefined && isElsewhere(question.id);
    return [...(isTwice || isOfOther ? [{ field: `${at}/id`, detail: say.otherQuestion }] : []), ...judgeChoices(question, `${at}/choices`)];
  });
}

function judgeChoices({ kind, choices = [] }: QuestionContent, field: string): FieldProblem[] {
  if (kind !== 'choice') return choices.length > 0 ? [{ field, detail: say.noChoices }] : [];
  if (choices.length < 2) return [{ field, detail: say.fewChoices }];
  return choices.flatMap(({ value }, index) => (choices.findIndex((other) => other.value === value) < index ? [{ field: `${field}/${index}/value`, detail: say.sameChoice }] : []));
}

const say = {
  nobody: { it: 'Scegli almeno un’agenda: senza nessuno che riceva non ci sono orari.', en: 'Choose a calendar at least: without anybody who receives there are no times.' },
  noPlace: { it: 'Scegli almeno una sede.', en: 'Choose a place at least.' },
  placeElsewhere: { it: 'La sede si indica solo per lo sportello.', en: 'A place is named for the desk only.' },
  nobodyToChoose: { it: 'Non c’è ancora nessuno da scegliere.', en: 'There is nobody to choose yet.' },
  noVideo: { it: 'Questo testo è solo per la videochiamata.', en: 'This text is for video only.' },
  inTwoNeeds: { it: 'Questa agenda è già in un’altra riga: ne serve una diversa.', en: 'This calendar is in another row already: a different one is needed.' },
  otherQuestion: { it: 'Questa domanda è già di un altro elenco.', en: 'This question is in another list already.' },
  noChoices: { it: 'Solo le domande a scelta hanno delle risposte.', en: 'Only questions with choices have answers to choose.' },
  fewChoices: { it: 'Scrivi almeno due risposte tra cui scegliere.', en: 'Write two answers to choose from at least.' },
  sameChoice: { it: 'Questa risposta c’è già.', en: 'This answer is there already.' },
} as const satisfies Record<string, Said>;
