import { paths } from '../paths.ts';

/** What the page of the move shows; it stands in its address. */
export interface MoveView {
  readonly place?: string | undefined;
  /** First day that is looked at. */
  readonly from?: string | undefined;
  /** The open day. */
  readonly day?: string | undefined;
  /** The chosen start, an instant. */
  readonly start?: string | undefined;
}

export function movePath(code: string, view: MoveView = {}): string {
  const query = moveQuery(view);
  return `${paths.moveAppointment(code)}${query.size === 0 ? '' : `?${query}`}`;
}

export function moveQuery({ place, from, day, start }: MoveView): URLSearchParams {
  const entries = Object.entries({ sede: place, da: from, giorno: day, ora: start });
  return new URLSearchParams(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** What is no day or no instant is passed over: an address may come from anywhere. */
export function readMoveView(query: URLSearchParams): MoveView {
  const read = (name: string, pattern: RegExp) => [query.get(name) ?? ''].find((value) => pattern.test(value) && (name === 'sede' || !Number.isNaN(Date.parse(value))));
  return { place: read('sede', /^[!-~]{1,64}$/), from: read('da', day), day: read('giorno', day), start: read('ora', instant) };
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00(Z|[+-]\d{2}:\d{2})$/;
