import type { RecordKind } from '@sportello/contract';
import { staffPaths } from '../../staff/staff-paths.ts';

const texts: readonly RecordKind[] = ['faq', 'life_event', 'message_text', 'privacy_notice'];

/** The page on which all of the kind are. */
export function listOf(kind: RecordKind): string {
  if (texts.includes(kind)) return staffPaths.texts();
  return staffPaths.records(kind === 'worked_holiday' ? 'closure' : kind);
}
