// node packages/scheduling/bench/kernel.bench.ts
import { deepStrictEqual } from 'node:assert/strict';
import { GCProfiler } from 'node:v8';
import { findStarts, openDays, openingPieces, tracedDays, type SlotQuestion } from '../src/index.ts';
import { findStartsByLuxon, takenAsIntervals } from './luxon-loop.ts';
import { deskQuestion } from './questions.ts';

/** What one question costs: CPU time of the process in milliseconds and bytes allocated. */
export interface Cost {
  readonly milliseconds: number;
  readonly bytes: number;
}

export interface Figures {
  readonly name: string;
  readonly starts: number;
  readonly kernel: Cost;
  /** The kernel when the caller keeps the opening pieces. */
  readonly kernelWithPieces: Cost;
  readonly luxon: Cost;
}

const DESKS = [
  { name: '1 calendar, 1 month, 75 taken', question: deskQuestion(1, '2026-05-01', 75) },
  { name: '20 calendars, 1 month, 1,500 taken', question: deskQuestion(20, '2026-05-01', 1500) },
  { name: '100 calendars, 2 months, 15,000 taken', question: deskQuestion(100, '2026-05-31', 15_000) },
];

/** Measures the kernel and the luxon loop on the same questions, after asserting that they give the same answers. */
export function benchKernel(): Figures[] {
  return DESKS.map(({ name, question }) => {
    const taken = takenAsIntervals(question);
    const starts = findStarts(question);
    deepStrictEqual(starts, findStartsByLuxon(question, taken));
    const kept = withPieces(question);
    deepStrictEqual(starts, findStarts(kept));
    return {
      name,
      starts: starts.length,
      kernel: costOf(() => findStarts(question), 1000, 5),
      kernelWithPieces: costOf(() => findStarts(kept), 1000, 5),
      luxon: costOf(() => findStartsByLuxon(question, taken), 1, 1),
    };
  });
}

function withPieces(question: SlotQuestion): SlotQuestion {
  const { rules, from, to, closedDays, calendars } = question;
  const { firstDay, lastDay } = tracedDays(rules, from, to);
  const days = openDays(rules.timeZone, firstDay, lastDay, closedDays);
  return { ...question, calendars: calendars.map((calendar) => ({ ...calendar, pieces: openingPieces(calendar, days) })) };
}

/** Of several rounds the cheapest, because the machine has other things to do; the round before the first is for warming up. */
function costOf(ask: () => unknown, times: number, rounds: number): Cost {
  repeat(ask, times);
  const milliseconds = Array.from({ length: rounds }, () => cpuOf(ask, times) / times);
  return { milliseconds: Math.min(...milliseconds), bytes: bytesAllocated(ask, times) / times };
}

function repeat(ask: () => unknown, times: number): void {
  for (let time = 0; time < times; time += 1) ask();
}

function cpuOf(ask: () => unknown, times: number): number {
  const before = process.cpuUsage();
  repeat(ask, times);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** All bytes allocated, on and off the heap: what is in use at the end, and what each collection freed on the way. */
function bytesAllocated(ask: () => unknown, times: number): number {
  const profiler = new GCProfiler();
  const inUse = bytesInUse();
  profiler.start();
  repeat(ask, times);
  const { statistics } = profiler.stop();
  const freed = statistics.map(({ beforeGC, afterGC }) => total(beforeGC.heapStatistics) - total(afterGC.heapStatistics));
  return bytesInUse() - inUse + freed.reduce((sum, bytes) => sum + bytes, 0);
}

function bytesInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function total({ usedHeapSize, externalMemory }: { usedHeapSize: number; externalMemory: number }): number {
  return usedHeapSize + externalMemory;
}

if (import.meta.main) {
  for (const { name, starts, kernel, kernelWithPieces, luxon } of benchKernel()) {
    console.log(`${name}: ${starts} starts`);
    console.log(`  luxon loop           ${text(luxon)}`);
    console.log(`  kernel               ${text(kernel)}   ${ratio(luxon, kernel)}`);
    console.log(`  kernel, kept pieces  ${text(kernelWithPieces)}   ${ratio(luxon, kernelWithPieces)}`);
  }
}

function text({ milliseconds, bytes }: Cost): string {
  return `${milliseconds.toFixed(3).padStart(10)} ms ${(bytes / 1024).toFixed(1).padStart(10)} KiB`;
}

function ratio(slow: Cost, fast: Cost): string {
  return `1/${Math.round(slow.milliseconds / fast.milliseconds)} CPU, 1/${Math.round(slow.bytes / fast.bytes)} bytes`;
}
