import { startGoto } from './fake-goto.ts';

// The vendor with its page as a process of its own, as a journey starts it beside a desk. It prints one line when it can be asked.

const { host, clientId, clientSecret } = await startGoto({ hasPages: true });
process.stdout.write(`${JSON.stringify({ host, clientId, clientSecret })}\n`);
