import type { ItalianProvince } from '@sportello/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../api.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { Done } from '../../staff/Done.tsx';
import { useForm } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { recordsOf } from '../records/queries.ts';
import { useToday } from '../records/today.ts';
import { ComuneSearch } from './ComuneSearch.tsx';
import { MemberList } from './MemberList.tsx';
import { type Picked, PickedComuni } from './PickedComuni.tsx';
import { ProvinceList } from './ProvinceList.tsx';
import { type Comune, joinUnion } from './queries.ts';
import { StepFrame } from './StepFrame.tsx';
import { pathOfStep } from './steps.ts';

interface Values {
  readonly search: string;
  readonly picked: readonly Picked[];
  readonly firstDay: string;
}

/** Comuni are picked from the list of all of Italy, and join in one act. */
export function MunicipalitiesStep() {
  const today = useToday();
  const members = useAnswer(recordsOf('municipality')).items;
  return (
    <StepFrame name="municipalities">
      {members.length > 0 && <MemberList members={members} />}
      <PickForm today={today} memberCodes={members.map(({ content }) => content.istat_code)} />
    </StepFrame>
  );
}

function PickForm({ today, memberCodes }: { readonly today: string; readonly memberCodes: readonly string[] }) {
  const { comuni: texts } = useMessages(firstSteps);
  const { unsaved } = useMessages(staff);
  const navigate = useNavigate();
  const [province, setProvince] = useState<ItalianProvince | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const form = useForm<Values, unknown>({
    initial: { search: '', picked: [], firstDay: today },
    check: ({ picked, firstDay }) => ({
      ...(picked.length === 0 && { search: texts.nothing }),
      ...Object.fromEntries(picked.filter(({ postalCode }) => !/^\d{5}$/.test(postalCode.trim())).map(({ comune }) => [`picked/${comune.istat_code}`, texts.postalWrong(comune.name)])),
      ...(firstDay === '' && { firstDay: texts.sinceMissing }),
    }),
    send: ({ picked, firstDay }) => joinUnion({ first_day: firstDay, items: picked.map(({ comune, postalCode }) => ({ istat_code: comune.istat_code, postal_code: postalCode.trim() })) }),
    onDone: () => navigate(pathOfStep('offices')),
  });
  const { picked } = form.values;
  useUnsavedWarning(form.isChanged, unsaved);

  function pick(comuni: readonly Comune[]): void {
    const added = comuni.filter(({ istat_code }) => !memberCodes.includes(istat_code) && !picked.some(({ comune }) => comune.istat_code === istat_code));
    form.set({ search: '', picked: [...picked, ...added.map((comune) => ({ comune, postalCode: comune.postal_code ?? '' }))] });
    if (added[0]) setSaid(texts.added(added.map(({ name }) => name).join(', ')));
  }

  function remove(code: string): void {
    const gone = picked.find(({ comune }) => comune.istat_code === code);
    form.set({ picked: picked.filter((one) => one !== gone) });
    if (gone) setSaid(texts.removed(gone.comune.name));
  }

  return (
    <form noValidate onSubmit={form.submit} className="record-form">
      <ErrorSummary errors={form.errors} ref={form.summary} />
      <Refusal error={form.refusal} />
      <ComuneSearch
        {...form.field('search')}
        taken={{ members: memberCodes, picked: picked.map(({ comune }) => comune.istat_code) }}
        onPick={(comune) => pick([comune])}
        onProvince={(chosen) => {
          form.set({ search: '' });
          setProvince(chosen);
        }}
      />
      {province && (
        <ProvinceList
          key={province.sign}
          sign={province.sign}
          name={province.name}
          memberCodes={memberCodes}
          picked={picked.map(({ comune }) => comune.istat_code)}
          onPick={(comune) => pick([comune])}
          onRemove={remove}
          onClose={() => setProvince(null)}
        />
      )}
      <Done text={said} />
      <PickedComuni {...form.field('picked')} errors={form.errors} onRemove={remove} />
      {picked.length > 0 && (
        <div className="first-steps-short">
          <TextField {...form.field('firstDay')} type="date" label={texts.since} required />
        </div>
      )}
      <div className="button-row">
        <Button type="submit" wide busy={form.isBusy}>
          {texts.save(Math.max(1, picked.length))}
        </Button>
        <a href={staffPaths.newRecord('municipality')}>{texts.byHand}</a>
      </div>
    </form>
  );
}
