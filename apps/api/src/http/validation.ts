import { Ajv, type ErrorObject } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';
import type { App } from './app.ts';
import { validatorsAtFirstUse } from './first-use.ts';
import { textFormats } from './formats.ts';
import { type FieldProblem, problem, type ProblemError, type Said } from './problems.ts';

const formats = {
  ...Object.fromEntries(Object.entries(textFormats).map(([name, { isRight }]) => [name, isRight])),
  int32: true as const,
  'date-time': true as const,
  uri: true as const,
};

const shared = { removeAdditional: false, strict: false, allErrors: true, verbose: true, formats } as const;
/** Bodies are taken at their word; a query is text, so numbers in it are read as such. */
const bodies = new Ajv({ ...shared, coerceTypes: false });
const queries = new Ajv({ ...shared, coerceTypes: true, useDefaults: true });

/** Compiles a schema of the contract: how a part of a request is judged. */
export const compileSchema: FastifySchemaCompiler<object> = ({ schema, httpPart }) => (httpPart === 'body' ? bodies : queries).compile(schema);

/** Validates by the contract's schemas; what is not right is one `validation` problem with a line per field. */
export function registerValidation(app: App): void {
  app.setValidatorCompiler(validatorsAtFirstUse(compileSchema));
  app.setSchemaErrorFormatter((errors, part) => asProblem(errors as unknown as ErrorObject[], part));
}

function asProblem(errors: readonly ErrorObject[], part: string): ProblemError {
  if (part === 'params') return problem('not-found');
  return problem('validation', { errors: linesOf(errors, part) });
}

/** One line a field. */
function linesOf(errors: readonly ErrorObject[], part: string): FieldProblem[] {
  const lines = ofChosenShapes(errors).map((error) => ({ field: fieldOf(error, part), detail: mend(error) }));
  const first = new Map(lines.toReversed().map((line) => [line.field, line]));
  return [...first.values()].toReversed();
}

/** Judges values that are part of a body by a schema, as bodies are judged: what is wrong, by JSON pointer; nothing where it is right. */
export function judgeShape(schema: object): (value: unknown) => FieldProblem[] {
  let validate: ReturnType<typeof bodies.compile> | undefined;
  return (value) => {
    validate ??= bodies.compile(schema);
    return validate(value) ? [] : linesOf(validate.errors ?? [], 'body');
  };
}

/**
 * Where a value may have several shapes (`anyOf`), only what is wrong with it in the shape that the client meant: the
 * one of its kind (`const`). Where no kind is named, what is wrong in each; where it is none of them, the kind, or the
 * value itself. From the inside outwards.
 */
function ofChosenShapes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf');
  const innermost = unions.toSorted((one, other) => other.schemaPath.length - one.schemaPath.length)[0];
  if (!innermost) return errors;
  const isInside = ({ schemaPath, instancePath }: ErrorObject) => schemaPath.startsWith(`${innermost.schemaPath}/`) && instancePath.startsWith(innermost.instancePath);
  const others = errors.filter((error) => error !== innermost && !isInside(error));
  return ofChosenShapes([...others, ...ofChosenShape(innermost, errors.filter(isInside))]);
}

function ofChosenShape(union: ErrorObject, inside: readonly ErrorObject[]): readonly ErrorObject[] {
  const shapes = [...Map.groupBy(inside, ({ schemaPath }) => schemaPath.slice(union.schemaPath.length + 1).split('/')[0]).values()];
  const isOtherShape = ({ keyword, instancePath }: ErrorObject) => (keyword === 'type' && instancePath === union.instancePath) || isWrongKind(union, instancePath, keyword);
  const [meant, ...others] = shapes.filter((shape) => !shape.some(isOtherShape));
  if (!meant) return [inside.find(({ keyword, instancePath }) => isWrongKind(union, instancePath, keyword)) ?? { ...union, keyword: 'none of its shapes' }];
  return meant.filter((error) => others.every((shape) => shape.some((one) => fieldOf(one, 'body') === fieldOf(error, 'body'))));
}

function isWrongKind(union: ErrorObject, instancePath: string, keyword: string): boolean {
  return keyword === 'const' && instancePath.startsWith(`${union.instancePath}/`);
}

function fieldOf({ instancePath, keyword, params }: ErrorObject, part: string): string {
  const member: unknown = keyword === 'required' ? params['missingProperty'] : keyword === 'additionalProperties' ? params['additionalProperty'] : undefined;
  const pointer = member === undefined ? instancePath : `${instancePath}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return part === 'body' ? pointer : pointer.slice(1);
}

const required: Said = { it: 'Campo obbligatorio.', en: 'This field is required.' };

function mend({ keyword, params, data }: ErrorObject): Said {
  switch (keyword) {
    case 'required':
      return required;
    case 'minLength':
      return data === '' ? required : { it: `Almeno ${params['limit']} caratteri.`, en: `At least ${params['limit']} characters.` };
    case 'additionalProperties':
      return { it: 'Campo sconosciuto.', en: 'Unknown field.' };
    case 'maxLength':
      return { it: `Al massimo ${params['limit']} caratteri.`, en: `At most ${params['limit']} characters.` };
    case 'maxItems':
      return { it: `Al massimo ${params['limit']} elementi.`, en: `At most ${params['limit']} items.` };
    case 'minimum':
    case 'maximum':
      return { it: `Il numero deve essere ${params['comparison']} ${params['limit']}.`, en: `The number must be ${params['comparison']} ${params['limit']}.` };
    case 'enum':
      return { it: `Valore non ammesso. Sono ammessi: ${allowed(params)}.`, en: `Value not allowed. Allowed: ${allowed(params)}.` };
    case 'format':
      return textFormats[String(params['format'])]?.mend ?? wrongShape;
    default:
      return data === null || data === undefined ? required : wrongShape;
  }
}

const wrongShape: Said = { it: 'Il valore non ha la forma giusta.', en: 'The value does not have the right shape.' };

function allowed(params: ErrorObject['params']): string {
  const values: unknown = params['allowedValues'];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string' && value !== '').join(', ') : '';
}
