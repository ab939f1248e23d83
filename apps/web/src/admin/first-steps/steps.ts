import { type FirstStepName, firstStepNames } from '@sportello/contract';
import { staffPaths } from '../../staff/staff-paths.ts';

/** The last part of the address of each step. */
export const stepAddresses: Readonly<Record<FirstStepName, string>> = {
  union: 'unione',
  municipalities: 'comuni',
  offices: 'uffici',
  service: 'servizio',
  hours: 'orari',
  publication: 'pubblica',
};

export function pathOfStep(name: FirstStepName): string {
  return staffPaths.firstSteps(stepAddresses[name]);
}

/** Place among the steps, from 1. */
export function numberOf(name: FirstStepName): number {
  return firstStepNames.indexOf(name) + 1;
}

export function stepAfter(name: FirstStepName): FirstStepName | null {
  return firstStepNames[firstStepNames.indexOf(name) + 1] ?? null;
}

export function stepBefore(name: FirstStepName): FirstStepName | null {
  return firstStepNames[firstStepNames.indexOf(name) - 1] ?? null;
}

/** The first step that this one stands on and that is not done. */
export function missingBefore(name: FirstStepName, done: readonly FirstStepName[]): FirstStepName | null {
  return firstStepNames.slice(0, firstStepNames.indexOf(name)).find((one) => !done.includes(one)) ?? null;
}
