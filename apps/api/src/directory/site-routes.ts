import { createRating, createReport, listFaqs, listLifeEvents, listPlaces, normalizeEmail, showTextPage } from '@sportello/contract';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../database/id.ts';
import type { App } from '../http/app.ts';
import { cacheDirectory } from '../http/cache-directory.ts';
import type { Idempotency } from '../http/idempotency.ts';
import { languageOf } from '../http/language.ts';
import { enqueueReport } from '../notifications/enqueue.ts';
import { inLanguage } from './in-language.ts';
import { pageOf } from './page.ts';
import type { DirectoryStore } from './store.ts';
import { placeOnWire } from './wire.ts';

interface SiteDeps {
  readonly directory: DirectoryStore;
  readonly database: Database;
  readonly clock: Clock;
  readonly idempotency: Idempotency;
}

const titles = {
  privacy: { it: 'Informativa sulla privacy', en: 'Privacy notice' },
  'legal-notes': { it: 'Note legali', en: 'Legal notes' },
} as const;

const reported = { it: 'Grazie, la segnalazione è arrivata all’Unione.', en: 'Thank you, the union has received your report.' } as const;
const thanks = { it: 'Grazie, il tuo parere ci aiuta a migliorare il servizio.', en: 'Thank you, your opinion helps us to improve the service.' } as const;

/** The texts that the site shows beside the services, and the ratings that it gathers. */
export function siteRoutes(app: App, { directory, database, clock, idempotency }: SiteDeps): void {
  const onSend = cacheDirectory;

  app.route({
    ...listLifeEvents,
    onSend,
    handler: async (request) => {
      const language = languageOf(request);
      const { items, nextCursor } = pageOf((await directory.current()).lifeEvents, request.query);
      return {
        items: items.map(({ id, slug, name, description }) => ({ id, slug, name: inLanguage(name, language), description: inLanguage(description, language) })),
        next_cursor: nextCursor,
      };
    },
  });

  app.route({
    ...listPlaces,
    onSend,
    handler: async (request) => {
      const language = languageOf(request);
      const open = [...(await directory.current()).places.values()].filter(({ archivedAt }) => archivedAt === null);
      const { items, nextCursor } = pageOf(open, request.query);
      return { items: items.map((place) => ({ ...placeOnWire(place, language), slug: place.slug, hours: inLanguage(place.hoursText, language) })), next_cursor: nextCursor };
    },
  });

  app.route({
    ...listFaqs,
    onSend,
    handler: async (request) => {
      const language = languageOf(request);
      const { items, nextCursor } = pageOf((await directory.current()).faqs, request.query);
      return { items: items.map(({ id, question, answer }) => ({ id, question: inLanguage(question, language), answer: inLanguage(answer, language) })), next_cursor: nextCursor };
    },
  });

  app.route({
    ...showTextPage,
    onSend,
    handler: async (request) => {
      const language = languageOf(request);
      const { name } = request.params;
      const { privacyNotice, union } = await directory.current();
      const isPrivacy = name === 'privacy';
      const text = isPrivacy ? privacyNotice.text : union.legalNotes;
      return { title: titles[name][language], version: isPrivacy ? privacyNotice.version : null, text: inLanguage(text, language) };
    },
  });

  app.route({
    ...createReport,
    handler: async (request, reply) => {
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const { path, text, email } = request.body;
        const kept = { status: 202, answer: { detail: reported[languageOf(request)] }, appointmentId: null };
        const row = { id: newId(), path: path ?? null, text, email: email ? normalizeEmail(email) : null, createdAt: clock.now() };
        await database.write(async (tx) => {
          await tx.insert(database.tables.reports).values(row);
          await enqueueReport(tx, database.tables, row.id, row.createdAt);
          await remember(tx, kept);
        });
        return kept;
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(202).send(answer as { detail: string }); // made by this very route
    },
  });

  app.route({
    ...createRating,
    handler: async (request, reply) => {
      const { replayed, answer } = await idempotency.once(request, async (remember) => {
        const { subject, path, service_id, stars, answer: chosen, comment } = request.body;
        const kept = { status: 202, answer: { detail: thanks[languageOf(request)] }, appointmentId: null };
        const row = { id: newId(), subject, path: path ?? null, serviceId: service_id ?? null, stars, answer: chosen ?? null, comment: comment ?? '', createdAt: clock.now() };
        await database.write(async (tx) => {
          await tx.insert(database.tables.ratings).values(row);
          await remember(tx, kept);
        });
        return kept;
      });
      if (replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(202).send(answer as { detail: string }); // made by this very route
    },
  });
}
