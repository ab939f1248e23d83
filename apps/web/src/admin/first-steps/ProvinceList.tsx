import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { common } from '../../messages/common.ts';
import { firstSteps } from '../../messages/first-steps.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Refusal } from '../../staff/Refusal.tsx';
import { Button } from '../../ui/Button.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { type Comune, comuniOfProvince } from './queries.ts';

interface Props {
  readonly sign: string;
  readonly name: string;
  readonly memberCodes: readonly string[];
  readonly picked: readonly string[];
  readonly onPick: (comune: Comune) => void;
  readonly onRemove: (code: string) => void;
  readonly onClose: () => void;
}

/** All comuni of a province, to tick. Those of the union already are ticked for good. */
export function ProvinceList({ sign, name, memberCodes, picked, onPick, onRemove, onClose }: Props) {
  const { comuni: texts } = useMessages(firstSteps);
  const { waiting } = useMessages(common);
  const { data, error } = useQuery(comuniOfProvince(sign)(useLanguage()));
  const group = useRef<HTMLFieldSetElement>(null);
  const isThere = data !== undefined;
  // It was asked for from a list that is closed now: the focus goes on here.
  useEffect(() => {
    if (isThere) group.current?.focus();
  }, [isThere]);

  if (error) return <Refusal error={error} />;
  if (!data) return <Waiting text={waiting} />;
  const comuni = data.filter(({ province }) => province === sign).toSorted((one, other) => one.name.localeCompare(other.name, 'it'));
  return (
    <fieldset className="checkbox-group province-list" ref={group} tabIndex={-1} data-quiet-focus>
      <legend>{texts.tick(name)}</legend>
      <div className="checkbox-columns">
        {comuni.map((comune) => {
          const isMember = memberCodes.includes(comune.istat_code);
          return (
            <div className="form-check" key={comune.istat_code}>
              <input
                type="checkbox"
                id={`comune-${comune.istat_code}`}
                checked={isMember || picked.includes(comune.istat_code)}
                disabled={isMember}
                onChange={({ target }) => (target.checked ? onPick(comune) : onRemove(comune.istat_code))}
              />
              <label htmlFor={`comune-${comune.istat_code}`}>{comune.name}</label>
            </div>
          );
        })}
      </div>
      <Button kind="outline-primary" wide onClick={onClose}>
        {texts.closeList}
      </Button>
    </fieldset>
  );
}
