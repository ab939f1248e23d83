import { setTimeout as delay } from 'node:timers/promises';
import { apiBase } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';

/**
 * What a page of the site asks the API before it can be shown, by the addresses of both: every page the union, for its
 * head and foot; pages on which people land, or which wait for much, the rest too. Whatever is left out, the page asks by itself.
 */
export function firstQuestions(url: string): string[] {
  const [path = '', query] = url.split('?');
  if (path === '/') return ['/union', '/services', '/life-events'];
  const service = /^\/servizi\/([\w-]+)$/.exec(path)?.[1];
  if (service) return ['/union', `/services/${service}`, '/offices', '/life-events'];
  if (!/^\/prenota(\/|$)/.test(path)) return ['/union'];
  const chosen = /^[\w-]+$/.exec(new URLSearchParams(query).get('servizio') ?? '')?.[0];
  return ['/union', '/municipalities', '/offices', '/services', ...(chosen ? [`/services/${chosen}`] : [])];
}

const longestWait = 500;

/**
 * The answers in the language of index.html, as JSON, by what was asked. Asked in the name of the visitor, whose limits
 * they count against as if the page had asked. Those that do not come, or not soon, are left out.
 */
export async function firstAnswers(app: App, { ip }: Pick<FastifyRequest, 'ip'>, questions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const asked = questions.map(async (question) => {
    const { statusCode, payload } = await app.inject({ url: apiBase + question, remoteAddress: ip, headers: { 'accept-language': 'it' } });
    if (statusCode === 200) answers.set(question, payload);
  });
  await soonest(Promise.allSettled(asked));
  // In the order of the questions, so that the same answers are the same page.
  return new Map(questions.flatMap((question) => (answers.has(question) ? [[question, answers.get(question) ?? '']] : [])));
}

/** What comes while a page can wait for it; null when it fails, or not soon enough. */
export async function soonest<Value>(coming: Promise<Value>): Promise<Value | null> {
  const timer = new AbortController();
  const late = delay(longestWait, null, { signal: timer.signal });
  return Promise.race([coming.catch(() => null), late]).finally(() => timer.abort());
}
