import type { RecordItem } from '@sportello/contract';
import { useAnswerSoon } from '../../api.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { effectOf } from './queries.ts';

/** What it would do to times and appointments, once that is known. */
export function EffectOfStep({ item, step }: { readonly item: RecordItem; readonly step: 'archive' | 'unarchive' | 'delete' }) {
  const effect = useAnswerSoon(effectOf(item, { does: step, revision: item.revision }));
  return effect ? <EffectPanel effect={effect} /> : null;
}
