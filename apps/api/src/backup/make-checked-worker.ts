// The thread beside the server in which the nightly backup is made: the requests do not notice it.
import { parentPort, workerData } from 'node:worker_threads';
import { makeChecked, type ToMake } from './make-checked.ts';

parentPort?.postMessage(await makeChecked(workerData as ToMake)); // who starts it hands over just that
