import { repeat } from '../background/repeat.ts';
import { warnOfEndingKeys } from './keys/warn-ending-keys.ts';
import { startWebhooks, type WebhookJobDeps } from './webhooks/webhook-job.ts';

const warnEveryMilliseconds = 3_600_000;

/** What runs for other systems: they are told what happens, and administrators of keys that end. */
export function startSystems(deps: WebhookJobDeps): { wake(): void; stop(): Promise<void> } {
  const webhooks = startWebhooks(deps);
  const { clock, log, rounds } = deps;
  const warning = repeat(async () => void (await warnOfEndingKeys(deps)), { job: 'keys', rounds, every: warnEveryMilliseconds, clock, trouble: 'keys that end could not be looked for', log });
  return {
    wake: webhooks.wake,
    async stop() {
      await warning.stop();
      await webhooks.stop();
    },
  };
}
