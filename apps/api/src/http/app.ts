import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { KeyScope, PermissionName, RouteAccess } from '@sportello/contract';
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';

/** The server as features see it: handlers are typed by the contract's schemas. */
export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, TypeBoxTypeProvider>;

declare module 'fastify' {
  /** What the contract's `route()` says beside the schemas. */
  interface FastifyContextConfig {
    access?: RouteAccess;
    permission?: PermissionName | null;
    keyScope?: KeyScope | null;
    idempotencyKey?: boolean;
    background?: boolean;
    blanksTakeAway?: boolean;
    upload?: boolean;
  }
}
