import type { CalendarHours } from '@sportello/contract';
import type { it } from '../../messages/desk-hours.it.ts';
import type { Language } from '../../messages/language.ts';
import { valuesOfRule } from './rule-values.ts';
import { sayWhen } from './say-rule.ts';

interface Words {
  readonly hours: typeof it;
  readonly language: Language;
}

/** The hours of a calendar at a glance, a line for the same days: "lun–ven 09:00–12:00 e 14:00–17:00". What is rarer than each week is said whole. */
export function sayHours(rules: CalendarHours['rules'], { hours, language }: Words): string[] {
  const { days, and } = hours.glance;
  const lines = rules.map((rule) => {
    const values = valuesOfRule(rule);
    const isWeekly = values.kind === 'weekly' && values.everyWeeks === '1';
    return { when: isWeekly ? sayDays(values.days.map(Number), days) : null, time: `${values.from}–${values.to === '00:00' ? '24:00' : values.to}`, whole: sayWhen(values, { hours, language }) };
  });
  const weekly = Map.groupBy(lines.filter(({ when }) => when !== null), ({ when }) => when);
  const said = [...weekly].map(([when, ofThem]) => `${when} ${[...new Set(ofThem.map(({ time }) => time))].sort().join(` ${and} `)}`);
  return [...said, ...lines.filter(({ when }) => when === null).map(({ whole }) => whole)];
}

/** [1, 2, 3, 5] -> "lun–mer, ven" */
function sayDays(days: readonly number[], names: typeof it.glance.days): string {
  const runs: number[][] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const nameOf = (day: number | undefined) => names[day as keyof typeof it.glance.days];
  return runs.map((run) => (run.length > 2 ? `${nameOf(run[0])}–${nameOf(run.at(-1))}` : run.map(nameOf).join(', '))).join(', ');
}
