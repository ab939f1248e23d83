import type { FastifyRequest } from 'fastify';
import { languageOf } from '../http/language.ts';
import { staffOf } from '../identity/staff-member.ts';
import type { Shown } from './wire.ts';

/** How what this request asks for is shown. */
export function shownTo(request: FastifyRequest): Shown {
  return { language: languageOf(request), asInitials: staffOf(request).role === 'auditor' };
}
