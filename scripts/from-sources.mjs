import { pathToFileURL } from 'node:url';
import { inRoot } from './boot/root.mjs';

/** What Node is told for a process that runs from the sources of the API: see docs/decisions/033-how-a-process-begins.md. */
export const fromSources = ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(inRoot('apps/api/src/quick-start.ts')).href];
