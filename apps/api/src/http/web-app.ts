import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './app.ts';
import { firstAnswers, firstQuestions, soonest } from './first-answers.ts';
import { type PageHead, withHead } from './page-head.ts';
import { pack, type PackedAnswer, sendPacked } from './packed.ts';
import { problem } from './problems.ts';

const pagesKept = 200;

interface WebApp {
  /** Folder of the built site. */
  readonly folder: string;
  /** What the head of the page at this path says; left out: what index.html says, for all. */
  readonly describe?: (path: string) => Promise<PageHead>;
}

/**
 * Serves the built web app: files with a hash in their name for a year, and index.html for every other address that a
 * browser opens, so that each page has its own URL. Into it goes what that page asks the API first, and a head of its own. An API
 * address is never answered with a page, nor is that of a file that does not exist.
 */
export async function registerWebApp(app: App, { folder, describe }: WebApp): Promise<void> {
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
    const [path = '/'] = request.url.split('?');
    if (path.startsWith('/api/') || isFile(path)) throw problem('not-found');
    const [html, answers, head] = await Promise.all([readFile(index, 'utf8'), firstAnswers(app, request, firstQuestions(request.url)), describe ? soonest(describe(path)) : null]);
    const page = withItsChunks(html, request.url);
    if (head?.status === 404) reply.code(404);
    return sendPacked(request, reply.header('cache-control', 'no-cache'), packedPage(withAnswers(head ? withHead(page, head) : page, answers)));
  });
}

/** No page has a dot in the last part of its address. */
function isFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/')).includes('.');
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
