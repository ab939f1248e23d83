import { whoMayBook } from '@sportello/contract';
import { recordFields } from '../../messages/record-fields.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ChannelEdit } from './service-edit.ts';

/** Who may book, how much of it, and whether somebody looks at it first. */
export function LimitFields({ edit, rules, at }: ChannelEdit) {
  const { rules: texts } = useMessages(servicesAdmin);
  const { labels } = useMessages(recordFields);
  return (
    <>
      <RadioCards
        id={edit.idOf(at('who_may_book'))}
        label={labels.who_may_book}
        error={edit.errorOf(at('who_may_book'))}
        required
        choices={whoMayBook.map((value) => ({ value, ...texts.who[value] }))}
        value={rules.who_may_book}
        onChange={(who) => edit.put(at('who_may_book'), who)}
      />
      <Checkbox
        id={edit.idOf(at('moderated'))}
        label={
          <>
            {texts.moderated} <span className="form-text">{texts.moderatedHelp}</span>
          </>
        }
        error={edit.errorOf(at('moderated'))}
        checked={rules.moderated}
        onChange={(moderated) => edit.put(at('moderated'), moderated)}
      />
      <div className="rule-row">
        <TextField {...edit.number(at('limit_future'))} label={labels.limit_future} help={texts.futureHelp} required inputMode="numeric" autoComplete="off" maxLength={3} />
        <TextField {...edit.number(at('limit_per_day'))} label={labels.limit_per_day} help={texts.perDayHelp} required inputMode="numeric" autoComplete="off" maxLength={3} />
      </div>
    </>
  );
}
