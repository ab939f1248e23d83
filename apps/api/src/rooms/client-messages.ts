import { Ajv } from 'ajv';
import { ClientMessage, mostMessageBytes } from '@sportello/contract';

const ajv = new Ajv({ strict: false, coerceTypes: false, removeAdditional: false, allErrors: false, formats: { 'date-time': true } });
/** By its kind, so that a long message is not tried against ten shapes. */
const shapes = new Map(ClientMessage.anyOf.map((shape) => [shape.properties.type.const as string, ajv.compile(shape)]));

/** What a browser said; null for what is no message of ours, or too long a one. */
export function readClientMessage(text: string): ClientMessage | null {
  if (Buffer.byteLength(text) > mostMessageBytes) return null;
  const said = parsed(text);
  if (typeof said !== 'object' || said === null || !('type' in said) || typeof said.type !== 'string') return null;
  // What has the shape of one of its members is a ClientMessage.
  return shapes.get(said.type)?.(said) ? (said as ClientMessage) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
