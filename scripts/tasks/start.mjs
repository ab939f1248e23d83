import { serve } from './serve.mjs';

/** To look at it and to work on it: with the demonstration union, unless DEMO says otherwise. */
export function task() {
  return serve({ DEMO: process.env.DEMO ?? 'on' });
}
