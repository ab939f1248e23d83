import type { ChannelEdit } from './service-edit.ts';

type MinutesName = 'duration_minutes' | 'step_minutes' | 'offset_minutes' | 'buffer_before_minutes' | 'buffer_after_minutes' | 'notice_minutes' | 'hold_minutes' | 'move_cutoff_minutes' | 'cancel_cutoff_minutes' | 'release_delay_minutes';

/** All that a `SpanField` needs of one of the rules. */
export function spanOfRule({ edit, rules, at }: ChannelEdit, name: MinutesName) {
  const pointer = at(name);
  return { id: edit.idOf(pointer), error: edit.errorOf(pointer), value: rules[name], onChange: (minutes: number | string) => edit.put(pointer, minutes) };
}
