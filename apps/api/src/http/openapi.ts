import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { apiBase, logoMediaTypes, mostLogoBytes, Problem } from '@sportello/contract';
import type { App } from './app.ts';

export interface ApiContact {
  readonly publicUrl: string;
  readonly version: string;
}

type Answer = { description?: string; headers?: Record<string, unknown>; content?: Record<string, unknown> };
interface Operation {
  summary?: string;
  operationId?: string;
  responses?: Record<string, Answer>;
  parameters?: unknown[];
  requestBody?: { required?: boolean; content?: Record<string, unknown> };
  security?: object[];
}
type Document = { paths?: Record<string, Record<string, Operation>> };

/**
 * Prints the contract as OpenAPI 3.1 at `/api/v1/openapi.json`, with what the Italian interoperability guidelines ask
 * for (contact, terms, x-summary, limits and Retry-After on every answer), and a page to read it at `/api/docs`.
 */
export async function registerOpenApi(app: App, { publicUrl, version }: ApiContact): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', ...description(publicUrl, version) },
    refResolver: { buildLocalReference: (json, _, __, index) => (typeof json.$id === 'string' ? json.$id : `def-${index}`) },
    transformObject: (document) => ('openapiObject' in document ? withGuidelines(document.openapiObject as Document) : document.swaggerObject) as never,
  });
  app.addSchema(Problem);
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { docExpansion: 'list', deepLinking: true, validatorUrl: null } });
}

function description(publicUrl: string, version: string) {
  return {
    info: {
      title: 'Sportello Virtuale',
      version,
      description:
        'Find a service of the union, see free times, hold one, confirm it, and manage the appointment. Errors are problem details (RFC 9457); every POST carries an Idempotency-Key; secrets travel in Authorization only.',
      'x-summary': 'Appointments with the offices of a union of comuni',
      termsOfService: `${publicUrl}/note-legali`,
      contact: { name: 'Sportello Virtuale', url: publicUrl },
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    },
    servers: [
      {
        url: publicUrl + apiBase,
        description: publicUrl.startsWith('https:') ? 'This installation' : 'This installation (local)',
        ...(publicUrl.startsWith('https:') ? {} : { 'x-sandbox': true }),
      },
    ],
    tags: [
      { name: 'status', description: 'Whether the service can answer' },
      { name: 'directory', description: 'Union, comuni, offices and services' },
      { name: 'site', description: 'Texts of the site, and what people think of it' },
      { name: 'slots', description: 'Free times' },
      { name: 'files', description: 'Papers of an appointment' },
      { name: 'rooms', description: 'Meetings by video: when and with whom, to enter, to bring somebody along, to be called instead' },
      { name: 'holds', description: 'A time kept for one visitor for some minutes' },
      { name: 'appointments', description: 'Confirm, see, move and cancel' },
      { name: 'systems', description: 'What other systems of the union read with a key' },
    ],
    components: {
      securitySchemes: {
        token: { type: 'http' as const, scheme: 'bearer', description: 'Secret token of a hold or of an appointment' },
        key: { type: 'http' as const, scheme: 'bearer', description: 'Key of another system, made by an administrator of the union; each endpoint names the scope that it needs' },
      },
    },
  };
}

const count = (text: string) => ({ description: text, schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 2_147_483_647 } });

const limitHeaders = {
  'RateLimit-Limit': count('Requests that this address may make in a window'),
  'RateLimit-Remaining': count('Requests that are left in this window'),
  'RateLimit-Reset': count('Seconds until the window ends'),
};
const replayed = { 'Idempotency-Replayed': { description: 'The answer of an earlier request with the same key', schema: { type: 'string', enum: ['true'] } } };
const retryAfter = { 'Retry-After': count('Seconds to wait before trying again') };

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  required: true,
  description: 'Names this request: the same key and body bring the same answer for 24 hours',
  schema: { type: 'string', pattern: '^[!-~]{16,200}$', minLength: 16, maxLength: 200 },
};

const uploads = /^create_(appointment|hold|room)_file$/;
const uploadBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        additionalProperties: false,
        properties: {
          question_id: { type: 'string', maxLength: 64, description: 'The question that it answers; before the file' },
          file: { type: 'string', contentMediaType: 'application/octet-stream', maxLength: 20_971_520, description: 'One file of at most 20 MB, with its name' },
        },
      },
    },
  },
};
const attachments = /^show_(appointment|room)_file$/;

function withGuidelines(document: Document): Document {
  for (const operations of Object.values(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) complete(method, operation);
  }
  return document;
}

function complete(method: string, operation: Operation): void {
  if (method !== 'get' && operation.security?.length === 0) operation.security = withoutToken(operation);
  if (method === 'post') operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
  if (method === 'post' && uploads.test(operation.operationId ?? '')) operation.requestBody = uploadBody;
  if (method === 'patch' && operation.requestBody?.content) {
    operation.requestBody.content = { 'application/merge-patch+json': operation.requestBody.content['application/json'] };
  }
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    answer.headers = { ...limitHeaders, ...(status === '429' || status === '503' || status === '409' ? retryAfter : {}), ...answer.headers };
    if (status === '204') delete answer.content;
    if (status.startsWith('2')) complete2xx(method, operation, answer);
  }
}

/** Who changes something without a token is said to need none; a visitor's hold is let go where its token comes along. */
function withoutToken({ operationId }: Operation): object[] {
  return operationId === 'create_hold' ? [{}, { token: [] }] : [{}];
}

function complete2xx(method: string, { operationId, summary }: Operation, answer: Answer): void {
  if (answer.description === 'Default Response') answer.description = summary ?? 'Done';
  if (method === 'post') answer.headers = { ...answer.headers, ...replayed };
  if (attachments.test(operationId ?? '')) answer.content = { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream', maxLength: 20_971_520 } } };
  if (operationId === 'show_logo') answer.content = Object.fromEntries(logoMediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', contentMediaType: mediaType, maxLength: mostLogoBytes } }]));
  if (operationId === 'show_appointment_calendar') answer.content = { 'text/calendar': answer.content?.['application/json'] };
  if (operationId === 'show_open_statistics_table' || operationId === 'show_system_statistics_table') answer.content = { 'text/csv': answer.content?.['application/json'] };
}
