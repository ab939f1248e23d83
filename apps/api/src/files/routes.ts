import multipart from '@fastify/multipart';
import { mostFileBytes } from '@sportello/contract';
import type { FastifyRequest } from 'fastify';
import type { App } from '../http/app.ts';
import { problem } from '../http/problems.ts';
import type { FileDeps } from './deps.ts';
import { fileRoutes } from './file-routes.ts';
import { holdFileRoutes } from './hold-file-routes.ts';
import { roomFileRoutes } from './room-file-routes.ts';
import { staffFileRoutes } from './staff-file-routes.ts';

/** Boundaries, the names of the parts, and their headers. */
const mostFrameBytes = 16 * 1024;

/** What citizens and guests do with papers. */
export async function publicFileRoutes(api: App, deps: FileDeps): Promise<void> {
  await api.register(async (files: App) => {
    await registerUploads(files);
    fileRoutes(files, deps);
    holdFileRoutes(files, deps);
    roomFileRoutes(files, deps);
  });
}

/** The same for the desk, behind the staff's door. */
export async function deskFileRoutes(api: App, deps: FileDeps): Promise<void> {
  await api.register(async (files: App) => {
    await registerUploads(files);
    staffFileRoutes(files, deps);
  });
}

/** Here, and nowhere else, a body may be `multipart/form-data`, where the endpoint takes an upload. What says that it is too large is refused unread. */
async function registerUploads(files: App): Promise<void> {
  await files.register(multipart);
  files.addHook('preParsing', async (request) => {
    const isUpload = request.routeOptions.config.upload === true;
    if (!isUpload && !saysMultipart(request)) return;
    if (Number(request.headers['content-length'] ?? 0) > mostFileBytes + mostFrameBytes) throw problem('file-too-large');
    if (!isUpload || !saysMultipart(request)) throw problem('unsupported-media-type');
  });
}

function saysMultipart({ headers }: FastifyRequest): boolean {
  return /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');
}
