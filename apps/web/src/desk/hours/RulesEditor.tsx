import type { CalendarHours } from '@sportello/contract';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useAnswer } from '../../api.ts';
import { places } from '../../directory.ts';
import { common } from '../../messages/common.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { staff } from '../../messages/staff.ts';
import { useUnsavedWarning } from '../../staff/unsaved.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChangeReview } from './ChangeReview.tsx';
import { RuleFields } from './RuleFields.tsx';
import { mistakesInRule, newRule, ruleOf, type RuleValues, valuesOfRule } from './rule-values.ts';
import { sayLimits, sayWhen } from './say-rule.ts';
import { saySaved } from './say-saved.ts';
import { rememberSaved } from './undo.ts';
import { useChange } from './use-change.ts';
import { WeekStrip } from './WeekStrip.tsx';

interface Props {
  readonly hours: CalendarHours;
  readonly mayChange: boolean;
}

/** The rules of a calendar as rows that are changed in place; beside them, what citizens would see. */
export function RulesEditor({ hours, mayChange }: Props) {
  const texts = useMessages(deskHours);
  const { channels } = useMessages(common);
  const { unsaved } = useMessages(staff);
  const language = useLanguage();
  const id = useId();
  const words = { hours: texts, channels, places: useAnswer(places), language };
  // As they were read when the work began; newer ones are taken only when the person knows of them.
  const [known, setKnown] = useState(hours);
  const [drafts, setDrafts] = useState<readonly RuleValues[]>(() => hours.rules.map(valuesOfRule));
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const [isJustSaved, setJustSaved] = useState(false);
  const added = useRef(0);
  const saved = known.rules.map(valuesOfRule);
  const isChanged = JSON.stringify(drafts) !== JSON.stringify(saved);
  const isNewer = hours.rules_revision !== known.rules_revision;
  const wrong = drafts.find((draft) => Object.keys(mistakesInRule(draft, texts.fields)).length > 0);
  const change = useChange({
    change: isChanged && !wrong ? { kind: 'rules', calendar_ids: [known.calendar.id], rules_revision: known.rules_revision, rules: drafts.map(ruleOf) } : null,
    onSaved: (done) => {
      rememberSaved({ saved: done, text: saySaved(done, texts.undo) });
      setOpenKey(null);
      setChecked(false);
      setJustSaved(true);
    },
  });
  useUnsavedWarning(isChanged && !isJustSaved, unsaved);

  // After saving, what is read next is one's own change, with the ids of the server.
  if (isNewer && (!isChanged || isJustSaved)) take(hours);

  function take(next: CalendarHours): void {
    setJustSaved(false);
    setKnown(next);
    setDrafts(next.rules.map(valuesOfRule));
  }

  function put(draft: RuleValues): void {
    setDrafts(drafts.map((one) => (one.key === draft.key ? draft : one)));
  }

  function add(): void {
    const draft = newRule(`new-${added.current++}`);
    setDrafts([...drafts, draft]);
    setOpenKey(draft.key);
    setChecked(false);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (wrong) setOpenKey(wrong.key);
    else if (change.maySave && !change.saving.isPending) change.saving.mutate();
  }

  return (
    <section aria-labelledby={`${id}-title`} className="hours-section">
      <h2 id={`${id}-title`}>{texts.rules.title}</h2>
      <p className="form-text">{texts.rules.text}</p>
      {isNewer && isChanged && !isJustSaved && (
        <Alert kind="warning" role="alert">
          <p>
            <strong>{texts.changed.title}.</strong> {texts.changed.text}
          </p>
          <ul>
            {hours.rules.map(valuesOfRule).map((rule) => (
              <li key={rule.key}>
                {sayWhen(rule, words)} · {sayLimits(rule, words)}
              </li>
            ))}
          </ul>
          <div className="button-row">
            <Button kind="outline-primary" onClick={() => take(hours)}>
              {texts.changed.take}
            </Button>
            <Button kind="outline-primary" onClick={() => setKnown(hours)}>
              {texts.changed.keep}
            </Button>
          </div>
        </Alert>
      )}
      <div className="hours-columns">
        <form noValidate onSubmit={submit}>
          {drafts.length === 0 && <p className="empty-state">{texts.rules.none}</p>}
          <ul className="rule-rows">
            {drafts.map((draft) => {
              const before = saved.find(({ key }) => key === draft.key);
              const mark = before === undefined ? texts.rules.isNew : JSON.stringify(before) === JSON.stringify(draft) ? null : texts.rules.isChanged;
              return (
                <li key={draft.key}>
                  <RuleLine
                    when={sayWhen(draft, words)}
                    limits={sayLimits(draft, words)}
                    mark={mark}
                    isOpen={openKey === draft.key}
                    mayChange={mayChange}
                    onToggle={() => setOpenKey(openKey === draft.key ? null : draft.key)}
                    onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
                  />
                  {openKey === draft.key && (
                    <RuleFields
                      values={draft}
                      legend={texts.rules.group(sayWhen(draft, words))}
                      mistakes={isChecked ? mistakesInRule(draft, texts.fields) : {}}
                      purposes={hours}
                      onChange={put}
                      onReady={() => setOpenKey(null)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
          {mayChange && (
            <Button kind="outline-primary" onClick={add}>
              {texts.rules.add}
            </Button>
          )}
          {isChanged && !isJustSaved && (
            <div className="hours-save">
              <h3>{texts.rules.unsaved}</h3>
              <ChangeReview id="rules" change={change}>
                <div className="button-row">
                  <Button type="submit" busy={change.saving.isPending || (!wrong && !change.maySave)}>
                    {texts.save.rules}
                  </Button>
                  <Button kind="outline-primary" onClick={() => take(hours)}>
                    {texts.rules.reset}
                  </Button>
                </div>
              </ChangeReview>
            </div>
          )}
        </form>
        <WeekStrip calendarId={known.calendar.id} before={known} after={wrong ? null : { ...known, rules: drafts.map(ruleOf) }} />
      </div>
    </section>
  );
}

interface LineProps {
  readonly when: string;
  readonly limits: string;
  readonly mark: string | null;
  readonly isOpen: boolean;
  readonly mayChange: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

function RuleLine({ when, limits, mark, isOpen, mayChange, onToggle, onRemove }: LineProps) {
  const { rules } = useMessages(deskHours);
  return (
    <div className="rule-line">
      <p>
        <strong>{when}</strong> {mark && <span className="rule-mark">{mark}</span>}
        <span className="rule-limits">{limits}</span>
      </p>
      {mayChange && (
        <div className="rule-actions">
          <button type="button" className="plain-button" aria-expanded={isOpen} aria-label={rules.editWhich(when)} onClick={onToggle}>
            {rules.edit}
          </button>
          <button type="button" className="plain-button" aria-label={rules.removeWhich(when)} onClick={onRemove}>
            {rules.remove}
          </button>
        </div>
      )}
    </div>
  );
}
