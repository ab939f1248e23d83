import { type Alternative, type BusyFailure, type CaptchaChallenge, type ConnectionFailure, type DeskAppointmentItem, type FieldError, type FileRefusal, type Language, type Problem, type ProblemName, problems } from '@sportello/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { languageOf } from './language.ts';

/** A text in the languages of the API. */
export type Said = Readonly<Record<Language, string>>;

/** What is wrong with one field: a JSON pointer into the body, or the name of a query parameter. */
export interface FieldProblem {
  readonly field: string;
  readonly detail: Said;
}

/** The members that a problem may carry beside the standard ones; texts are said in both languages and sent in one. */
export interface ProblemMembers {
  readonly detail?: Said;
  readonly errors?: readonly FieldProblem[];
  readonly alternatives?: readonly Alternative[];
  readonly until?: string | null;
  readonly state?: string;
  /** Why a calendar elsewhere could not be read. */
  readonly failure?: BusyFailure | ConnectionFailure;
  readonly challenge?: CaptchaChallenge;
  /** Why a room is not open, and from when it is. */
  readonly why?: string;
  readonly opensAt?: string;
  /** Why a file was not taken. */
  readonly reason?: FileRefusal;
  /** For the desk: the appointment as it is now. */
  readonly appointment?: DeskAppointmentItem;
  readonly retryAfterSeconds?: number;
}

/** A refusal from the catalogue: thrown anywhere below a handler, answered as application/problem+json (RFC 9457). */
export class ProblemError extends Error {
  readonly problemName: ProblemName;
  readonly members: ProblemMembers;

  constructor(name: ProblemName, members: ProblemMembers = {}) {
    super(name);
    this.problemName = name;
    this.members = members;
  }
}

/** `throw problem('not-found')` */
export function problem(name: ProblemName, members: ProblemMembers = {}): ProblemError {
  return new ProblemError(name, members);
}

/** One field that is not right: a JSON pointer into the body, or the name of a query parameter. */
export function invalid(field: string, detail: Said): ProblemError {
  return problem('validation', { errors: [{ field, detail }] });
}

/** Answers with a problem in the language asked for. `baseUrl` is the public address of the installation. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError, baseUrl: string): FastifyReply {
  const { retryAfterSeconds } = error.members;
  const definition = problems[error.problemName];
  const language = languageOf(request);
  reply.code(definition.status).type('application/problem+json').headers({ 'cache-control': 'no-store', 'content-language': language });
  if (definition.status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined || definition.status === 503) reply.header('retry-after', Math.max(1, Math.ceil(retryAfterSeconds ?? 5)));
  return reply.send(problemBody(error, language, request.id, baseUrl));
}

function problemBody({ problemName, members }: ProblemError, language: Language, requestId: string, baseUrl: string): Problem {
  const definition = problems[problemName];
  const { alternatives, until, state, failure, why, opensAt, reason, challenge, appointment } = members;
  const errors: FieldError[] | undefined = members.errors?.map(({ field, detail }) => ({ field, detail: detail[language] }));
  return {
    type: `${baseUrl}/problems/${problemName}`,
    title: definition[language].title,
    status: definition.status,
    detail: (members.detail ?? says(definition))[language],
    instance: requestId,
    ...(errors && { errors }),
    ...(alternatives && { alternatives: [...alternatives] }),
    ...(until !== undefined && { until }),
    ...(state !== undefined && { state }),
    ...(failure && { failure }),
    ...(why !== undefined && { why }),
    ...(opensAt !== undefined && { opens_at: opensAt }),
    ...(reason && { reason }),
    ...(challenge && { challenge }),
    ...(appointment && { appointment }),
  };
}

function says(definition: (typeof problems)[ProblemName]): Said {
  return { it: definition.it.explanation, en: definition.en.explanation };
}

/** What Fastify itself refuses before a handler runs, in the words of the catalogue. */
const ofFastify: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_NOT_FOUND: 'not-found',
};

/** Every refusal and every bug leaves here: a problem of the catalogue, or a bare 500 with the number of the request. */
export function registerProblems(app: App, { baseUrl, isUnavailable }: { baseUrl: string; isUnavailable: (error: unknown) => boolean }): void {
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, problem('not-found'), baseUrl));
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, asProblem(error, request, isUnavailable), baseUrl));
}

function asProblem(error: unknown, request: FastifyRequest, isUnavailable: (error: unknown) => boolean): ProblemError {
  if (error instanceof ProblemError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = ofFastify[code];
  if (known) return problem(known);
  if (isUnavailable(error)) {
    request.log.warn(traceOf(error), 'the database cannot answer');
    return problem('service-unavailable');
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 400) return problem('malformed-body');
  request.log.error(traceOf(error), 'unexpected error');
  return problem('internal-error');
}

/** What may be logged of an error: its kind and where it happened. Messages of a database quote what people typed. */
export function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code = 'code' in error ? { code: error.code } : {};
  const constraint = 'constraint' in error ? { constraint: error.constraint } : {};
  const where = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim());
  return { name: error.name, ...code, ...constraint, where, ...(error.cause instanceof Error && { cause: traceOf(error.cause) }) };
}
