import { startProvider } from './identity-provider.ts';

// The provider with its pages as a process of its own, as journeys start it beside a desk: node identity-provider-process.ts REDIRECT_URI.
// It prints one line when it can be asked: what the desk must know of it.

const { issuer, clientId, clientSecret } = await startProvider(process.argv[2] ?? '', { hasPages: true });
process.stdout.write(`${JSON.stringify({ issuer, clientId, clientSecret })}\n`);
