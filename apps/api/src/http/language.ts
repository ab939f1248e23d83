import { type Language, languages } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';

/** The language asked for by Accept-Language (RFC 9110, 12.5.4): Italian or English, else Italian. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  return preferredLanguage(request.headers['accept-language']);
}

export function preferredLanguage(header: string | undefined): Language {
  if (!header || header.length > 500) return 'it';
  const wishes = header.split(',').map(asWish);
  const best = wishes.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  for (const { tag } of best) {
    const known = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (known) return known;
    if (tag === '*') return 'it';
  }
  return 'it';
}

function asWish(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/);
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality ? Number(quality.slice(2)) : 1;
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
}
