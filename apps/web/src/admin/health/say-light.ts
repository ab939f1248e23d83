import { type Light, type LightValues, mailFailures } from '@sportello/contract';
import { formatBytes } from '../../format/bytes.ts';
import type { Language } from '../../messages/language.ts';
import { mailServer } from '../../messages/mail-server.ts';
import { systemState } from '../../messages/system-state.ts';
import type { LightSentence } from '../../messages/system-state.it.ts';
import { formatMoment } from '../../staff/moments.ts';

/** What a light means, in words; a result that this page does not know yet is said to be one. */
export function sayLight({ name, says, values }: Pick<Light, 'name' | 'says' | 'values'>, language: Language): LightSentence {
  const texts = systemState[language];
  if (says === 'not-found-out') return { means: texts.notFoundOut };
  if (says === 'not-yet') return { means: texts.notYet };
  const sentence = texts.lights[name]?.says[says];
  return sentence ? sentence((key) => write(key, values[key] ?? null, language)) : { means: texts.newLight };
}

/** By the end of its name a value tells what it is: `_at` an instant, `_bytes` a size. */
function write(key: string, value: LightValues[string] | null, language: Language): string {
  const texts = systemState[language];
  if (value === null) return key.endsWith('_at') ? texts.never : '';
  if (key.endsWith('_at')) return formatMoment(String(value), language);
  if (key.endsWith('_bytes')) return sayBytes(Number(value), language);
  if (key === 'failure') return mailFailures.map((one) => (one === value ? mailServer[language].failures[one] : '')).join('');
  if (key === 'kind') return texts.kinds[value] ?? String(value);
  return key === 'first' ? (texts.jobs.names[value] ?? String(value)) : typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
}

const gigabyte = 1_000_000_000;

function sayBytes(bytes: number, language: Language): string {
  if (bytes < gigabyte) return formatBytes(bytes, language);
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 }).format(bytes / gigabyte);
}
