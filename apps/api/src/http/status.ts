import { showStatus } from '@sportello/contract';
import type { Clock } from '../clock.ts';
import type { App } from './app.ts';

/** GET /status: 200 when the database answers; what it throws otherwise becomes a 503 problem. */
export function statusRoutes(app: App, { clock, version, askDatabase }: { clock: Clock; version: string; askDatabase: () => Promise<unknown> }): void {
  app.route({
    ...showStatus,
    handler: async () => {
      await askDatabase();
      const time = new Date(clock.now()).toISOString();
      return { status: 'ok' as const, version, time };
    },
  });
}
