import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifySchemaCompiler } from 'fastify';

/**
 * Compiles what judges a request, or writes an answer, at its first use: most processes serve a few of the many endpoints, and
 * to compile all of them takes longer than everything else at the start. A schema that cannot be compiled throws at that use
 * (a test compiles them all).
 */
export function validatorsAtFirstUse(compile: FastifySchemaCompiler<object>): FastifySchemaCompiler<object> {
  return (definition) => {
    let compiled: ReturnType<typeof compile> | undefined;
    const validate: ReturnType<typeof compile> = (value) => {
      compiled ??= compile(definition);
      const verdict = compiled(value);
      Object.assign(validate, { errors: (compiled as { errors?: unknown }).errors });
      return verdict;
    };
    return validate;
  };
}

/** The serializers of Fastify, each compiled when its first answer is written. */
export const serializersAtFirstUse: ReturnType<typeof SerializerSelector> = (schemas, options) => {
  const compile = SerializerSelector()(schemas, options);
  return (definition) => {
    let compiled: ReturnType<typeof compile> | undefined;
    return (answer: unknown) => (compiled ??= compile(definition))(answer);
  };
};
