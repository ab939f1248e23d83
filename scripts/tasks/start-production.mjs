import { serve } from './serve.mjs';

/** For real use: nothing is made up, unless DEMO says otherwise. */
export function task() {
  return serve({ DEMO: process.env.DEMO ?? 'off', NODE_ENV: 'production' });
}
