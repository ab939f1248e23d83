import type { RecordContent } from '@sportello/contract';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Edit } from '../use-record-edit.ts';

/** The first and the last day of what stands at the pointer; without a last one it goes on. */
export function PeriodFields({ edit, at }: { readonly edit: Pick<Edit<RecordContent>, 'text'>; readonly at: string }) {
  const texts = useMessages(recordForms);
  return (
    <div className="period-fields">
      <TextField {...edit.text(`${at}/first_day`)} type="date" label={texts.firstDay} required />
      <TextField {...edit.text(`${at}/last_day`)} type="date" label={texts.lastDay} help={texts.lastDayHelp} />
    </div>
  );
}
