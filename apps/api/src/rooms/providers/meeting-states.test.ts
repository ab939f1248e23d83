import { expect, test } from 'vitest';
import { nextStateOf } from './meeting-states.ts';

const now = 1_000;
const ahead = { state: 'confirmed', channel: 'video', sequence: 1, endsAt: now + 1 } as const;
const over = { ...ahead, endsAt: now };
const row = (state: 'wanted' | 'ready' | 'failed' | 'unwanted' | 'gone', reference: string | null = 'sealed') => ({ state, provider: 'gotomeeting', sequence: 1, reference }) as const;

test.each([
  ['one that stands as it should stays', row('ready'), ahead, 'gotomeeting', null],
  ['one of another time is moved', { ...row('ready'), sequence: 0 }, ahead, 'gotomeeting', 'wanted'],
  ['one that is to be made stays so', row('failed', null), ahead, 'gotomeeting', null],
  ['one that was taken away is made again', row('gone', null), ahead, 'gotomeeting', 'wanted'],
  ['one that is still to be taken away is kept', row('unwanted'), ahead, 'gotomeeting', 'wanted'],
  ['that of a cancelled appointment is taken away', row('ready'), { ...ahead, state: 'cancelled' }, 'gotomeeting', 'unwanted'],
  ['one that was never made need not be', row('wanted', null), { ...ahead, state: 'cancelled' }, 'gotomeeting', 'gone'],
  ['one that is gone stays gone', row('gone', null), { ...ahead, state: 'cancelled' }, 'gotomeeting', null],
  ['that of an appointment at the desk is taken away', row('ready'), { ...ahead, channel: 'desk' }, 'gotomeeting', 'unwanted'],
  ['that of a vendor that is left is taken away', row('ready'), ahead, 'own', 'unwanted'],
  ['one that is over is looked back at, wherever the union meets now', row('ready'), over, 'own', null],
  ['one that ended early is looked back at too', row('ready'), { ...ahead, state: 'served' }, 'gotomeeting', null],
  ['one that could not be moved in time is looked back at', row('failed'), over, 'gotomeeting', 'ready'],
  ['one that could not be made in time is let be', row('failed', null), over, 'gotomeeting', 'gone'],
] as const)('%s', (_, meeting, appointment, provider, state) => expect(nextStateOf(meeting, appointment, provider, now)).toBe(state));
