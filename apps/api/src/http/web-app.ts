import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './app.ts';
import { firstAnswers, firstQuestions } from './first-answers.ts';
import { pack, type PackedAnswer, sendPacked } from './packed.ts';
import { problem } from './problems.ts';

const pagesKept = 100;

/**
 * Serves the built web app: files with a hash in their name for a year, and index.html for every other address that a
 * browser opens, so that each page has its own URL. Into it goes what that page asks the API first. An API address is
 * never answered with a page.
 */
export async function registerWebApp(app: App, { folder }: { folder: string }): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', preCompressed: true });
  const packed = new Map<string, PackedAnswer>();

  /** Compressed once, and again only when the site is built again or an answer changes. */
  function packedPage(html: string): PackedAnswer {
    const known = packed.get(html);
    if (known) return known;
    if (packed.size >= pagesKept) packed.clear();
    const made = pack(html, 'text/html; charset=utf-8');
    packed.set(html, made);
    return made;
  }

  app.get('/*', { schema: { hide: true } as object }, async (request, reply) => {
    if (request.url.startsWith('/api/')) throw problem('not-found');
    const [html, answers] = await Promise.all([readFile(index, 'utf8'), firstAnswers(app, request, firstQuestions(request.url))]);
    return sendPacked(request, reply.header('cache-control', 'no-cache'), packedPage(withAnswers(withItsChunks(html, request.url), answers)));
  });
}

/** Only what the page itself needs is named early: the build says by a pattern which pages those are. */
function withItsChunks(html: string, url: string): string {
  return html.replace(/\s*<link rel="(?:module)?preload"[^>]* data-pages="([^"]+)"[^>]*>/g, (link, pages: string) => (new RegExp(pages).test(url) ? link : ''));
}

/** As data, not as a script: the policy of the page lets no inline script run. Without `<`, nothing in it can end the block. */
function withAnswers(html: string, answers: ReadonlyMap<string, string>): string {
  if (answers.size === 0) return html;
  const json = `{${[...answers].map(([question, answer]) => `${JSON.stringify(question)}:${answer}`).join(',')}}`;
  return html.replace('</head>', () => `<script type="application/json" id="answers">${json.replaceAll('<', '\\u003c')}</script>\n  </head>`);
}
