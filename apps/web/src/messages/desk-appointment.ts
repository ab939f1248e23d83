import type { Said } from './language.ts';
import { en } from './desk-appointment.en.ts';
import { it } from './desk-appointment.it.ts';

export const deskAppointmentPage: Said<typeof it> = { it, en };
