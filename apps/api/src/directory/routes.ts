import { listMunicipalities, listOffices, listServices, showService, showUnion } from '@sportello/contract';
import type { Clock } from '../clock.ts';
import type { App } from '../http/app.ts';
import { cacheDirectory } from '../http/cache-directory.ts';
import { languageOf } from '../http/language.ts';
import { invalid, problem } from '../http/problems.ts';
import { dayOf, type Directory, isMember } from './directory.ts';
import { findPublished, findServices } from './find-services.ts';
import { pageOf } from './page.ts';
import { servicePageOnWire } from './service-page.ts';
import type { DirectoryStore } from './store.ts';
import { municipalityOnWire, officeOnWire, serviceOnWire, unionOnWire } from './wire.ts';

/** What anybody may read: the union, its comuni, offices and services. `baseUrl` has no slash at its end. */
export function directoryRoutes(app: App, { directory, clock, baseUrl }: { directory: DirectoryStore; clock: Clock; baseUrl: string }): void {
  const onSend = cacheDirectory;

  app.route({
    ...showUnion,
    onSend,
    handler: async (request) => unionOnWire(await directory.current(), languageOf(request), baseUrl),
  });

  app.route({
    ...listMunicipalities,
    onSend,
    handler: async (request) => {
      const known = await directory.current();
      const today = dayOf(known, clock.now());
      const members = [...known.municipalities.values()].filter(({ id }) => isMember(known, id, today));
      const { items, nextCursor } = pageOf(members, request.query);
      return { items: items.map(municipalityOnWire), next_cursor: nextCursor };
    },
  });

  app.route({
    ...listOffices,
    onSend,
    handler: async (request) => {
      const known = await directory.current();
      const today = dayOf(known, clock.now());
      const offices = [...known.offices.values()].filter(({ archivedAt }) => archivedAt === null);
      const { items, nextCursor } = pageOf(offices, request.query);
      return { items: items.map((office) => officeOnWire(known, office, languageOf(request), today)), next_cursor: nextCursor };
    },
  });

  app.route({
    ...listServices,
    onSend,
    handler: async (request) => {
      const known = await directory.current();
      const { q, office_id, municipality_id, channel } = request.query;
      refuseUnknown(known, request.query);
      const wish = { q, officeId: office_id, municipalityId: municipality_id, channel };
      const services = findServices(known, wish, languageOf(request), dayOf(known, clock.now()));
      const { items, nextCursor } = pageOf(services, request.query);
      return { items: items.map((service) => serviceOnWire(service, languageOf(request))), next_cursor: nextCursor };
    },
  });

  app.route({
    ...showService,
    onSend,
    handler: async (request) => {
      const known = await directory.current();
      const service = findPublished(known, request.params.id);
      if (!service) throw problem('not-found');
      return servicePageOnWire(known, service, languageOf(request));
    },
  });
}

function refuseUnknown({ offices, municipalities }: Directory, { office_id, municipality_id }: { office_id?: string; municipality_id?: string }): void {
  if (office_id !== undefined && !offices.has(office_id)) {
    throw invalid('office_id', { it: 'Questo ufficio non esiste: scegline uno dell’elenco.', en: 'There is no such office: choose one of the list.' });
  }
  if (municipality_id !== undefined && !municipalities.has(municipality_id)) {
    throw invalid('municipality_id', { it: 'Questo comune non esiste: scegline uno dell’elenco.', en: 'There is no such municipality: choose one of the list.' });
  }
}
