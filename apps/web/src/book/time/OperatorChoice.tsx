import { useNavigate } from 'react-router';
import { bookTime } from '../../messages/book-time.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { usePicked } from '../../ui/picked.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useBookable } from '../booking.ts';
import { pathOfStep } from '../steps.ts';

/** Up to so many, each is in sight. */
const mostInSight = 5;

/** With whom, where the service lets people choose; whoever is free comes first. It narrows the times below. */
export function OperatorChoice() {
  const { operator: texts } = useMessages(bookTime);
  const { bookable, choice } = useBookable();
  const navigate = useNavigate();
  const [picked, pick] = usePicked(bookable.operator?.id);
  const { operators } = bookable.way;
  if (operators.length < 2) return null;

  function choose(id: string): void {
    pick(id);
    void navigate(pathOfStep('time', { ...choice, operator: id || undefined }), { replace: true, preventScrollReset: true });
  }

  const field = { id: 'operator', label: texts.label, help: texts.help, onChange: choose };
  const people = operators.map(({ id, name }) => ({ value: id, label: name }));
  return people.length < mostInSight ? (
    <RadioGroup {...field} choices={[{ value: '', label: texts.anybody }, ...people]} value={picked ?? ''} />
  ) : (
    <SelectField {...field} choices={people} empty={texts.anybody} value={picked ?? ''} />
  );
}
