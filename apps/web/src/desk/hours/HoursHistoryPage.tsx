import { type HoursVersion, may } from '@sportello/contract';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../../api.ts';
import { deskHours } from '../../messages/desk-hours.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { useMe } from '../../staff/me.ts';
import { formatMoment } from '../../staff/moments.ts';
import { StaffHead } from '../../staff/StaffHead.tsx';
import { staffPaths } from '../../staff/staff-paths.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmChange } from './ConfirmChange.tsx';
import { HoursDifferences } from './HoursDifferences.tsx';
import { hoursOf, hoursVersionsOf } from './queries.ts';

/** How the hours of a calendar changed: who, when and in what; and the way back, which is a change of hours like any other. */
export function HoursHistoryPage() {
  const { history: texts } = useMessages(deskHours);
  const { role } = useMe();
  const id = useParams().id ?? '';
  const hours = useAnswer(hoursOf(id));
  const { items: versions } = useAnswer(hoursVersionsOf(id));
  const [restoring, setRestoring] = useState<number | null>(null);
  const { name } = hours.calendar;
  const rulesNow = written(hours.rules);

  return (
    <div className="container page-body">
      <StaffHead title={texts.title(name)} lead={texts.lead} up={{ label: texts.up(name), href: staffPaths.calendarHours(id) }} />
      {versions.length === 0 && <p className="empty-state">{texts.none}</p>}
      <ol className="versions">
        {versions.map((version, index) => (
          <li key={version.revision}>
            <VersionHead version={version} isNow={index === 0} />
            <HoursDifferences before={versions[index + 1] ?? null} after={version} />
            {may(role, 'calendar.change') && written(version.rules) !== rulesNow && restoring !== version.revision && <RestoreButton version={version} onRestore={() => setRestoring(version.revision)} />}
            {restoring === version.revision && (
              <div className="row-form">
                <HoursDifferences before={{ rules: hours.rules, exceptions: [] }} after={{ rules: version.rules, exceptions: [] }} />
                <ConfirmChange
                  id="hours-restoration"
                  change={{ kind: 'rules', calendar_ids: [id], rules_revision: hours.rules_revision, rules: version.rules }}
                  text={texts.restoring}
                  save={texts.save}
                  cancel={texts.cancel}
                  onClose={() => setRestoring(null)}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function VersionHead({ version: { action, at, staff_name }, isNow }: { readonly version: HoursVersion; readonly isNow: boolean }) {
  const { history: texts } = useMessages(deskHours);
  const language = useLanguage();
  return (
    <div className="version-head">
      <h2 className="h3">
        {texts.actions[action]} {isNow && <Chip label={texts.now} kind="success" />}
      </h2>
      {action !== 'before' && (
        <p>
          <time dateTime={at}>{formatMoment(at, language)}</time>, {texts.by(staff_name ?? texts.somebody)}
        </p>
      )}
    </div>
  );
}

function RestoreButton({ version: { action, at }, onRestore }: { readonly version: HoursVersion; readonly onRestore: () => void }) {
  const { history: texts } = useMessages(deskHours);
  const language = useLanguage();
  return (
    <button type="button" className="plain-button" aria-label={texts.restoreOf(texts.actions[action], formatMoment(at, language))} onClick={onRestore}>
      {texts.restore}
    </button>
  );
}

/** Rules in an order of their own, and without their ids: two that say the same are written alike. */
function written(rules: HoursVersion['rules']): string {
  return rules.map(writtenRule).sort().join();
}

function writtenRule({ channels, service_ids, ...rule }: HoursVersion['rules'][number]): string {
  const inOrder = { ...rule, channels: channels?.toSorted() ?? null, service_ids: service_ids?.toSorted() ?? null };
  const fields = Object.entries(inOrder).filter(([name]) => name !== 'id');
  return JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}
