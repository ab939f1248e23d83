import { addDays, localDay, parseDay } from '@sportello/scheduling';
import type { Simulation } from './simulate.ts';

type Asked = { readonly [Name in 'appointments' | 'days' | 'from' | 'seed']?: string | undefined };

const zone = 'Europe/Rome';

/** What was typed; a text says what is wrong with it. Days that are not over yet cannot have been lived through. */
export function readSimulation({ appointments = '1000', days = '30', from, seed = '1' }: Asked, now: number): Omit<Simulation, 'onDay'> | string {
  const read = { appointments: wholeNumber(appointments, 1, 100_000), days: wholeNumber(days, 1, 366), seed: wholeNumber(seed, 0, 2 ** 32 - 1) };
  if (read.appointments === null) return '--appointments: expected a whole number from 1 to 100000';
  if (read.days === null) return '--days: expected a whole number from 1 to 366';
  if (read.seed === null) return '--seed: expected a whole number from 0 to 4294967295';
  const today = localDay(zone, Math.floor(now / 60_000));
  const firstDay = from ?? addDays(today, -read.days);
  if (parseDay(firstDay) === null) return '--from: expected a day such as 2026-03-02';
  if (addDays(firstDay, read.days) > today) return `--from: these days are not over yet; the last possible one is ${addDays(today, -read.days)}`;
  return { appointments: read.appointments, days: read.days, seed: read.seed, from: firstDay };
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d{1,10}$/.test(text) && value >= least && value <= most ? value : null;
}
