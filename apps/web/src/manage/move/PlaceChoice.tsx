import type { Appointment } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { service } from '../../directory.ts';
import { manageMove } from '../../messages/manage-move.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

interface Props {
  readonly shown: Appointment;
  readonly value: string | undefined;
  readonly onChoose: (placeId: string) => void;
}

/** Up to so many, each is in sight. */
const mostInSight = 5;

/** For a meeting at a desk: another place may suit better. */
export function PlaceChoice({ shown, value, onChoose }: Props) {
  const texts = useMessages(manageMove);
  const places = useAnswerSoon(service(shown.service.id))?.channels.find(({ channel }) => channel === shown.channel)?.places ?? [];
  if (places.length < 2) return null;
  const choices = places.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }));
  return choices.length <= mostInSight ? (
    <RadioGroup id="place" label={texts.place} required choices={choices} value={value ?? null} onChange={onChoose} />
  ) : (
    <SelectField id="place" label={texts.place} required choices={choices} empty={texts.place} value={value} onChange={onChoose} />
  );
}
