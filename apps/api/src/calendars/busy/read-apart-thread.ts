import { parentPort, workerData } from 'node:worker_threads';
import { type BusyQuestion, readBusyTimes } from './read-busy-times.ts';

// The thread that read-apart.ts starts: one file, one answer.
const { bytes, question } = workerData as { bytes: Uint8Array; question: BusyQuestion }; // read-apart.ts gives nothing else
parentPort?.postMessage(readBusyTimes(new TextDecoder().decode(bytes), question));
