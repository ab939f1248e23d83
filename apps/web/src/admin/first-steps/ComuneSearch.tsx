import type { ItalianProvince } from '@sportello/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSettled } from '../../desk/book/settled.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import type { FieldOf } from '../../staff/form.ts';
import { Refusal } from '../../staff/Refusal.tsx';
import { Combobox, type Suggestion } from '../../ui/Combobox.tsx';
import { type Comune, comuniFor } from './queries.ts';

interface Props extends FieldOf<string> {
  /** ISTAT codes of those that cannot be picked any more. */
  readonly taken: { readonly members: readonly string[]; readonly picked: readonly string[] };
  readonly onPick: (comune: Comune) => void;
  readonly onProvince: (of: ItalianProvince) => void;
}

const fewestLetters = 2;
const pauseMilliseconds = 150;
/** What stands for the whole province among the suggestions; no code looks like it. */
const whole = 'province';

/** Comuni of all Italy by a few letters; a province leads to the list of its own. */
export function ComuneSearch({ taken, value, onChange, onPick, onProvince, ...field }: Props) {
  const { comuni: texts } = useMessages(firstSteps);
  const words = value.trim();
  const asked = useSettled(words, pauseMilliseconds);
  const isAsked = words.length >= fewestLetters && asked.length >= fewestLetters;
  const { data, error } = useQuery({ ...comuniFor(asked)(useLanguage()), enabled: isAsked, placeholderData: keepPreviousData, staleTime: Infinity });
  const found = isAsked ? (data?.items ?? []) : [];
  const province = isAsked ? (data?.province ?? null) : null;

  function choose(id: string): void {
    if (id === whole && province) return onProvince(province);
    const comune = found.find(({ istat_code }) => istat_code === id);
    if (comune) onPick(comune);
  }

  return (
    <>
      <Combobox
        {...field}
        label={texts.search}
        help={texts.searchHelp}
        required
        words={value}
        listLabel={texts.found}
        status={isAsked && data ? texts.status(suggestions().length) : ''}
        maxLength={100}
        suggestions={suggestions()}
        onWords={onChange}
        onChoose={choose}
      />
      {isAsked && asked === words && data?.items.length === 0 && <p className="form-text">{texts.none(words)}</p>}
      <Refusal error={isAsked ? error : null} />
    </>
  );

  function suggestions(): Suggestion[] {
    const comuni = found.map((comune) => ({ id: comune.istat_code, content: <Found comune={comune} mark={markOf(comune)} /> }));
    if (!province) return comuni;
    const all = { id: whole, content: <Line main={texts.wholeProvince(province.name)} sub={texts.wholeProvinceText} /> };
    return [...comuni.slice(0, 1), all, ...comuni.slice(1)];
  }

  function markOf({ istat_code }: Comune): string | null {
    if (taken.members.includes(istat_code)) return texts.alreadyMember;
    return taken.picked.includes(istat_code) ? texts.alreadyPicked : null;
  }
}

function Found({ comune: { name, province, province_name, postal_code }, mark }: { readonly comune: Comune; readonly mark: string | null }) {
  const { comuni: texts } = useMessages(firstSteps);
  return <Line main={name} sub={[texts.ofProvince(province_name, province), postal_code, mark].filter(Boolean).join(' · ')} />;
}

function Line({ main, sub }: { readonly main: string; readonly sub: string }) {
  return (
    <>
      <span className="suggestion-main">{main}</span>
      <span className="suggestion-sub">{sub}</span>
    </>
  );
}
