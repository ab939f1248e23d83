/** What has just happened to the appointment, told on its page after coming from another one. */
export type Notice = { readonly kind: 'moved'; readonly from: Stay; readonly to: Stay } | { readonly kind: 'accepted'; readonly from: Stay; readonly to: Stay } | { readonly kind: 'changed' | 'proposal-over' };

/** A time of an appointment, and where; instants as the API writes them. */
export interface Stay {
  readonly starts_at: string;
  readonly ends_at: string;
  readonly place_id: string | null;
}

/** Reads what the history of the tab holds, which an older version of the site may have written. */
export function noticeIn(state: unknown): Notice | null {
  const notice = isObject(state) ? state.notice : null;
  if (!isObject(notice)) return null;
  const { kind } = notice;
  if (kind === 'changed' || kind === 'proposal-over') return { kind };
  if ((kind === 'moved' || kind === 'accepted') && isStay(notice.from) && isStay(notice.to)) return { kind, from: notice.from, to: notice.to };
  return null;
}

function isStay(value: unknown): value is Stay {
  return isObject(value) && typeof value.starts_at === 'string' && typeof value.ends_at === 'string' && (value.place_id === null || typeof value.place_id === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
