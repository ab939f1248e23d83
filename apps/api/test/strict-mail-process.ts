import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { startMumbler, startStrictServer } from './strict-mail-server.ts';

// Two mail servers in a process of their own, as a journey starts them beside a desk: one that is as a provider's, and one that
// takes connections and says nothing. The first line tells where they are and which certificate to believe; each further one is a mail.

const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
const certificate = makeCertificate({ name: 'localhost', until: Date.now() + 60 * 24 * 3_600_000 });
const folder = mkdtempSync(join(tmpdir(), 'sportello-mail-server-'));
const authority = join(folder, 'authority.pem');
writeFileSync(authority, certificate.cert);
process.once('SIGTERM', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

const password = 'la chiave della posta';
const server = await startStrictServer({ security: 'starttls', certificate, password, onTaken: (mail) => say({ mail }) });
const silent = await startMumbler();
say({ port: server.port, silentPort: silent.port, user: 'sportello@example.org', password, authority });
