import * as Type from 'typebox';
import { route } from '../route.ts';
import { Logo, LogoContent } from '../schemas/logo.ts';

/** In base64, with what is around it. */
const largestBody = 700_000;

export const createLogo = route({
  method: 'POST', url: '/staff/logos', operationId: 'create_logo',
  summary: 'Send a picture for the logo', description: 'PNG, JPEG or WebP, still and whole. It is judged by its content, and shown nowhere until a change of the union names it (`logo_id`). The same picture again is the same logo.',
  tag: 'union', access: 'staff', permission: 'union.change', largestBody, body: Type.Object({ content: LogoContent }, { additionalProperties: false }), success: { 201: Logo }, problems: [],
});
