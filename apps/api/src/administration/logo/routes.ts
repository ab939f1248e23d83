import { createLogo } from '@sportello/contract';
import { recordAudit } from '../../audit/record.ts';
import { logoUrl } from '../../directory/wire.ts';
import type { App } from '../../http/app.ts';
import { invalid } from '../../http/problems.ts';
import { actorOf, staffOf } from '../../identity/staff-member.ts';
import type { AdministrationDeps } from '../deps.ts';
import { judgeLogo } from './judge-logo.ts';
import { forgetUnusedLogos, keepLogo } from './keep-logo.ts';

/** A picture comes here first; it is the union's logo once a change of the union names it. */
export function logoRoutes(api: App, { database, clock, publicUrl }: Pick<AdministrationDeps, 'database' | 'clock'> & { readonly publicUrl: string }): void {
  const { tables } = database;

  api.route({
    ...createLogo,
    handler: async (request, reply) => {
      const verdict = await judgeLogo(Buffer.from(request.body.content, 'base64'));
      if (!verdict.ok) throw invalid('/content', verdict.why);
      const { logo } = verdict;
      const now = clock.now();
      await database.write(async (tx) => {
        await forgetUnusedLogos(tx, tables, now);
        await keepLogo(tx, tables, logo, now);
        await recordAudit(tx, tables, actorOf(staffOf(request)), { action: 'create', object: { kind: 'logo', id: logo.id }, after: { media_type: logo.mediaType, bytes: logo.content.length } }, now);
      });
      const { id, mediaType, width, height } = logo;
      return reply.code(201).send({ id, url: logoUrl(publicUrl, id), media_type: mediaType, width, height });
    },
  });
}
